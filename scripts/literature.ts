import { parseArgs } from 'node:util';
import type { InspireRecord } from '../src/core/online/read-inspire.ts';
import { writeCandidatesMarkdown } from '../src/core/online/report-markdown.ts';
import type { Candidate } from '../src/core/online/saved-search.ts';
import { listCandidates } from '../src/core/online/saved-search.ts';
import { checkContent } from '../src/io/check-content.ts';
import { CACHE_FOLDER, makeClient, readBases } from '../src/io/online/make-client.ts';
import { readSavedSearches, SavedSearchError } from '../src/io/online/read-saved-searches.ts';
import { runSearches } from '../src/io/online/run-searches.ts';
import { showProgress } from '../src/io/online/show-progress.ts';
import { plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const DAYS = 60;

const HELP = `npm run literature [-- --since YYYY-MM-DD] [--format text|markdown|json] [--searches FILE]

Runs the saved searches at INSPIRE and lists papers that content/references.bib does not have.
  --since DAY      papers from that day on (default: ${String(DAYS)} days ago)
  --format NAME    text (default), markdown (for an issue) or json
  --searches FILE  the searches (default: .github/saved-searches.yaml)
  --root DIR       another content folder (default: content)
  --cache DIR      where answers are kept (default: ${CACHE_FOLDER})

Exit code: 0 done, also when INSPIRE does not answer; 1 the searches are wrong, 2 the call is wrong.`;

const options = {
  since: { type: 'string' },
  format: { type: 'string', default: 'text' },
  searches: { type: 'string', default: '.github/saved-searches.yaml' },
  root: { type: 'string', default: 'content' },
  cache: { type: 'string', default: CACHE_FOLDER },
  help: { type: 'boolean', default: false },
} as const;

const { since, format, ...values } = failUsage(() => {
  const { values } = parseArgs({ options });
  const since =
    values.since ?? new Date(Date.now() - DAYS * 24 * 3600 * 1000).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || Number.isNaN(Date.parse(since)))
    throw new Error(`--since ${since}: a day like 2026-01-31`);
  if (!['text', 'markdown', 'json'].includes(values.format))
    throw new Error(`--format ${values.format}: one of text, markdown, json`);
  return { ...values, since };
}, HELP);

try {
  const searches = readSavedSearches(values.searches);
  const { catalogue } = await failUsage(async () => checkContent(values.root, 'numbers'), HELP);
  const bases = readBases(process.env);
  const client = makeClient(bases, values.cache, process.env);
  const bar = showProgress('searching INSPIRE', process.stderr);
  const { found, warnings } = await runSearches(searches, since, bases, client, bar.update).finally(
    bar.end,
  );
  const candidates = listCandidates(found, catalogue.references.values(), since);
  for (const warning of warnings) console.error(`literature: ${warning}`);
  if (format === 'json') console.log(JSON.stringify({ since, candidates, warnings }, null, 2));
  else if (format === 'markdown')
    process.stdout.write(writeCandidatesMarkdown(candidates, searches, since, warnings));
  else for (const candidate of candidates) console.log(describe(candidate));
  console.error(
    `literature: ${plural(candidates.length, 'paper')} since ${since} from ${plural(searches.length, 'search').replace(/hs$/, 'hes')} (${plural(countRecords(found), 'record')})`,
  );
} catch (error) {
  if (!(error instanceof SavedSearchError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function countRecords(found: ReadonlyMap<string, readonly InspireRecord[]>): number {
  return [...found.values()].reduce((sum, records) => sum + records.length, 0);
}

function describe({ date, texkey, eprint, title, recid, searches }: Candidate): string {
  const names = [texkey, eprint === undefined ? undefined : `arXiv:${eprint}`];
  return [
    `${date}  ${title}`,
    `  ${names.filter((name) => name !== undefined).join('  ')}  https://inspirehep.net/literature/${String(recid)}`,
    `  ${searches.join(', ')}`,
  ].join('\n');
}
