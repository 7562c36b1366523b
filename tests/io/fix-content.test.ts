import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/io/fix-content.ts';
import { formatMessages } from '../../src/io/report.ts';
import {
  edited,
  GOOD_FILES,
  LIMIT_CSV,
  LIMIT_YAML,
  writeContent,
} from '../fixtures/write-content.ts';

const SEARCH = 'searches/vector/babar-2014-dark-photon.mdx';
const BIB = GOOD_FILES['references.bib'] ?? '';
const GOOD_CSV = GOOD_FILES[LIMIT_CSV] ?? '';

/** Repairs content with the changes and gives what it holds then. */
async function fix(changes: Readonly<Record<string, string>>): Promise<{
  root: string;
  read: (file: string) => Promise<string>;
  done: string[];
  declined: string[];
  messages: string;
}> {
  const root = await writeContent(changes);
  const { done, declined, result } = await fixContent(root);
  return {
    root,
    read: (file) => readFile(join(root, file), 'utf8'),
    done: done.map(({ file, text }) => `${file}: ${text}`),
    declined: declined.map(({ file, text }) => `${file}: ${text}`),
    messages: formatMessages(result.messages, 'content'),
  };
}

describe('fixContent', () => {
  it('leaves sound content alone', async () => {
    const { done, declined, messages } = await fix({});
    expect({ done, declined, messages }).toEqual({ done: [], declined: [], messages: '' });
  });
  it('repairs bytes, then blanks, then rows, and accounts for it; a second time changes nothing', async () => {
    const reversed = 'segment,mass,value\r\n2, 3,1.0e-3\r\n2, 2,2e-3\r\n2, 1,1e-3';
    const { root, read, done, declined, messages } = await fix({
      [LIMIT_CSV]: `\uFEFF${reversed}`,
    });
    expect(messages).toBe('');
    expect(declined).toEqual([]);
    expect(await read(LIMIT_CSV)).toBe('segment,mass,value\n1,1,1e-3\n1,2,2e-3\n1,3,1.0e-3\n');
    expect(await read(LIMIT_YAML)).toBe(
      `${GOOD_FILES[LIMIT_YAML] ?? ''}      transforms: [sort]\n`,
    );
    expect(done).toEqual([
      `${LIMIT_CSV}: plain text with Unix line ends`,
      `${LIMIT_CSV}: blanks around cells removed`,
      `${LIMIT_CSV}: parts numbered 1, 2, 3, …`,
      `${LIMIT_CSV}: descending rows turned round, accounted for as sort`,
    ]);
    const before = (await stat(join(root, LIMIT_CSV))).mtimeMs;
    expect((await fixContent(root)).done).toEqual([]);
    expect((await stat(join(root, LIMIT_CSV))).mtimeMs).toBe(before);
    expect(
      (await readdir(root, { recursive: true })).filter((name) => name.includes('partial')),
    ).toEqual([]);
  });
  it('repairs texts, the bibliography, the exceptions and the list of a search', async () => {
    const search = `---
title: Search
portals: [vector]
experiment: [babar]
reference: BaBar:2014zli
process: e^+ e^-
finalState: two leptons
signature: visible
confidence: {level: 0.9}
dataWanted: not public
methods: [bump-hunt]
backgrounds: [QED]
limitations: [resonances]
---

## Method

Text.

## Result

Text.
`;
    const { read, done, messages } = await fix({
      ...edited(
        LIMIT_YAML,
        'plane: dark-photon-visible',
        'plane: dark-photon-visible\nsearch: babar-2014-dark-photon',
      ),
      [SEARCH]: search,
      'methods/bump-hunt.mdx': '---\ntitle: Bump hunt\n---\n',
      'planes/dark-photon-visible.yaml': (
        GOOD_FILES['planes/dark-photon-visible.yaml'] ?? ''
      ).replaceAll('\n', '\r\n'),
      'references.bib': `${BIB}\n@misc{AxionLimits,\n  author = "C. O'Hare",\n  title = "{AxionLimits}"\n}\n`,
      'portals/vector.mdx': (GOOD_FILES['portals/vector.mdx'] ?? '').replace(
        'key="',
        'key="AxionLimits, ',
      ),
    });
    expect(messages).toBe('');
    expect(await read(SEARCH)).toContain('limits:\n  - babar-2014-dark-photon\n---\n');
    expect(await read('planes/dark-photon-visible.yaml')).toBe(
      GOOD_FILES['planes/dark-photon-visible.yaml'],
    );
    expect(await read('references.bib')).toMatch(
      /^@misc\{AxionLimits,[^@]*unverified[^@]*\}\n\n@article/,
    );
    expect(done).toHaveLength(3);
  });
  it('writes nothing of a limit of which one repair does not apply', async () => {
    const mixed = 'segment,mass,value\r\n1,3,1e-3\r\n1,1,2e-3\r\n1,2,1e-3\r\n';
    const { read, done, declined, messages } = await fix({ [LIMIT_CSV]: mixed });
    expect(await read(LIMIT_CSV)).toBe(mixed.replaceAll('\r', ''));
    expect({ done: done.length, declined }).toEqual({ done: 1, declined: [] });
    expect(messages).toContain('mass-order');
  });
  it('never changes a digit, nor anything that has to be understood', async () => {
    const wrong = GOOD_CSV.replace('2e-3', '2,5e-3');
    const { read, done, messages } = await fix({ [LIMIT_CSV]: wrong });
    expect(await read(LIMIT_CSV)).toBe(wrong);
    expect(done).toEqual([]);
    expect(messages).toContain('csv-columns');
  });
});
