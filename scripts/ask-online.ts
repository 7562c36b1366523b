import type { CheckResult } from '../src/io/check-content.ts';
import { checkContent } from '../src/io/check-content.ts';
import type { OnlineResult } from '../src/io/online/check-online.ts';
import { compareContent, writeCompletions } from '../src/io/online/compare-content.ts';
import { makeClient, readBases } from '../src/io/online/make-client.ts';
import { showProgress } from '../src/io/online/show-progress.ts';
import { plural } from '../src/io/report.ts';

/** What `npm run check -- --online` adds: its findings, and the content as it is after `--fix`. */
export interface OnlineCheck extends OnlineResult {
  readonly content: CheckResult;
}

/** Compares content with the public databases; with `isFix` writes what can be completed and looks again. */
export async function askOnline(
  content: CheckResult,
  {
    root,
    cache,
    isFix,
  }: { readonly root: string; readonly cache: string; readonly isFix: boolean },
): Promise<OnlineCheck> {
  const bases = readBases(process.env);
  const client = makeClient(bases, cache, process.env);
  const bar = showProgress('asking INSPIRE, Crossref, arXiv and HEPData', process.stderr);
  const result = await compareContent(content, bases, client, bar.update).finally(bar.end);
  for (const warning of result.warnings) console.error(`check: ${warning}`);
  console.error(
    `check: ${plural(client.requests, 'request')}, the rest from ${cache}; ${plural(result.changes.size, 'reference')} can be completed`,
  );
  if (!isFix || result.changes.size === 0) return { ...result, content };
  const left = writeCompletions(root, result.changes);
  for (const [key, fields] of result.changes) {
    const why = left.get(key);
    const what = fields.map(({ field, to }) => `${field} = ${to}`).join(', ');
    console.error(why === undefined ? `fixed  ${key}: ${what}` : `left   ${key}: ${why}`);
  }
  const now = await checkContent(root);
  return { ...(await compareContent(now, bases, client)), content: now };
}
