import { parseArgs } from 'node:util';
import type { Message } from '../src/core/message.ts';
import { checkContent, withLine } from '../src/io/check-content.ts';
import type { CheckResult } from '../src/io/check-content.ts';
import { fixContent } from '../src/io/fix-content.ts';
import { readTextOnce } from '../src/io/read-text-once.ts';
import { formatGithub } from '../src/io/report-github.ts';
import { formatJson } from '../src/io/report-json.ts';
import { formatTerminal, showsColours } from '../src/io/report-terminal.ts';
import { countMessages, plural } from '../src/io/report.ts';
import type { Report } from '../src/io/report.ts';
import { walkToRaw } from '../src/io/walk-raw.ts';
import { writeMessagesMarkdown } from '../src/core/online/report-markdown.ts';
import { CACHE_FOLDER } from '../src/io/online/make-client.ts';
import { ContributionError } from '../src/io/write-contribution.ts';
import { askOnline } from './ask-online.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run check [-- --root DIR] [--raw DIR] [--fix] [--info] [--format FORMAT] [--online]

Validates every file of the content folder: schemas, numbers, references, texts and ids.
  --root DIR       another content folder (default: content)
  --raw DIR        also walk from every CSV back to the raw files below DIR
  --fix            first repair what is mechanical (line ends, blanks, open rings, order); never a digit
  --info           also show remarks, which are counted and never fail
  --format FORMAT  terminal, github (annotations of a pull request), json or markdown (for an issue);
                   without it terminal, or github where GitHub Actions runs
  --json           the same as --format json
  --online         also compare the bibliography with INSPIRE, Crossref and arXiv, and look for numbers at
                   HEPData; findings are warnings; with --fix complete what they confirm
  --cache DIR      where answers are kept, so that a stopped run goes on (default: ${CACHE_FOLDER})

What did not change is not parsed again: what files gave is kept below node_modules/.cache. The environment
variable PARSE_CACHE names another folder, or is off.

Exit code: 0 no errors, 1 the content has errors, 2 the call is wrong.`;

const options = {
  root: { type: 'string', default: 'content' },
  raw: { type: 'string' },
  fix: { type: 'boolean', default: false },
  info: { type: 'boolean', default: false },
  format: { type: 'string' },
  json: { type: 'boolean', default: false },
  online: { type: 'boolean', default: false },
  cache: { type: 'string', default: CACHE_FOLDER },
  help: { type: 'boolean', default: false },
} as const;

const REPORTERS: Readonly<Record<string, (report: Report) => string>> = {
  terminal: (report) => formatTerminal(report, showsColours(process.stdout, process.env)),
  github: formatGithub,
  json: formatJson,
  markdown: ({ messages }) =>
    writeMessagesMarkdown({
      intro: `\`npm run check${values.online ? ' -- --online' : ''}\` on ${new Date().toISOString().slice(0, 10)}.`,
      messages,
      changes: online?.changes ?? new Map(),
      warnings: online?.warnings ?? [],
    }),
};

const { values, reporter, isWhole } = failUsage(() => {
  const { values } = parseArgs({ options });
  const isOnGithub = process.env['GITHUB_ACTIONS'] === 'true';
  const format = values.json ? 'json' : (values.format ?? (isOnGithub ? 'github' : 'terminal'));
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined)
    throw new Error(`--format ${format}: one of ${Object.keys(REPORTERS).join(', ')}`);
  if (values.json && (values.format ?? 'json') !== 'json')
    throw new Error(`--json and --format ${format}: one of the two`);
  return { values, reporter, isWhole: format === 'json' || format === 'markdown' };
}, HELP);

const started = performance.now();
const offline = await failUsage(async () => (values.fix ? fix() : checkContent(values.root)), HELP);
const { root, cache } = values;
const online = values.online
  ? await askOnline(offline, { root, cache, isFix: values.fix })
  : undefined;
const result = online?.content ?? offline;
const walked = values.raw === undefined ? [] : await walkToRaw(result.catalogue, values.raw);
const messages: readonly Message[] = [...result.messages, ...walked, ...(online?.messages ?? [])];
const shown = messages
  .filter(({ severity }) => values.info || severity !== 'info')
  .map((message) => withLine(message, result));

if (isWhole || shown.length > 0) {
  const readText = readTextOnce(values.root);
  const textOf = (file: string): string | undefined => result.texts.get(file) ?? readText(file);
  console.log(reporter({ folder: values.root, messages: shown, textOf }));
}
const { limits, planes, references } = result.catalogue;
console.error(
  `check: ${countMessages(messages)} in ${plural(limits.size, 'limit')}, ${plural(planes.size, 'plane')} and ` +
    `${plural(references.size, 'reference')} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
);
process.exitCode = messages.some(({ severity }) => severity === 'error') ? 1 : 0;

/** Repairs, says what was done and what was left, and gives what is left to say of the content. */
async function fix(): Promise<CheckResult> {
  try {
    const { result, done, declined } = await fixContent(values.root);
    for (const { file, text } of done) console.error(`fixed  ${values.root}/${file}: ${text}`);
    for (const { file, text } of declined) console.error(`left   ${values.root}/${file}: ${text}`);
    if (done.length === 0 && declined.length === 0) console.error('check: nothing to repair');
    return result;
  } catch (error) {
    if (!(error instanceof ContributionError)) throw error;
    console.error(`check: ${error.message}`);
    process.exit(1);
  }
}
