import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { checkContent, withLine } from '../../src/io/check-content.ts';
import { withoutCache } from '../../src/io/parse-cache.ts';
import { walkToRaw } from '../../src/io/walk-raw.ts';
import {
  describeFolder,
  listBroken,
  readExpected,
  writeBroken,
} from '../fixtures/broken-content.ts';
import type { Message } from '../../src/core/message.ts';

/** Errors of a folder, in the order of a report. */
async function listErrors(root: string, raw?: string): Promise<Message[]> {
  const result = await checkContent(root, 'all', () => withoutCache);
  const walked = raw === undefined ? [] : await walkToRaw(result.catalogue, raw);
  return [...result.messages, ...walked.map((message) => withLine(message, result))].filter(
    ({ severity }) => severity === 'error',
  );
}

describe('broken contributions', () => {
  const names = listBroken();

  it('are laid over a catalogue without errors', async () => {
    const { root, raw } = await writeBroken();
    expect(await listErrors(root, raw)).toEqual([]);
  });

  it('are at least sixty', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names)('%s is refused with the right rules, lines and fixes, and left as it is', async (name) => {
    const expected = readExpected(name);
    const { root, raw } = await writeBroken(name);
    const before = describeFolder(root);
    const errors = await listErrors(root, expected.raw ? raw : undefined);
    const place = ({ rule, file, line }: { rule: string; file: string; line?: number | undefined }): string =>
      `${rule} ${file}${line === undefined ? '' : `:${String(line)}`}`;
    expect(errors.map(place)).toEqual(expected.errors.map(place));
    for (const [i, { found, fix }] of expected.errors.entries()) {
      expect(errors[i]?.found).toContain(found);
      expect(errors[i]?.fix).toContain(fix);
    }
    expect(describeFolder(root)).toEqual(before);
  });

  it('end the command with 1 and a report, never a stack trace', async () => {
    const { root } = await writeBroken('control-characters-in-name');
    await writeBroken('prose-script', root);
    await writeBroken('yaml-alias-bomb', root);
    const before = describeFolder(root);
    const { code, out } = await runCheck(root);
    expect(code).toBe(1);
    for (const rule of ['file-name', 'prose-safety', 'yaml-syntax']) expect(out).toContain(rule);
    expect(out).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    // A name that would clear the terminal is shown, not obeyed.
    expect(out).not.toContain('\u001b[2J');
    expect(describeFolder(root)).toEqual(before);
  });
});

const runCheck = (root: string): Promise<{ code: unknown; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/check.ts', '--root', root], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, out: stdout + stderr });
    });
  });
