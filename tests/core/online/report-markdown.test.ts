import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown } from '../../../src/core/online/markdown-text.ts';
import {
  writeCandidatesMarkdown,
  writeMessagesMarkdown,
} from '../../../src/core/online/report-markdown.ts';

const NASTY =
  '[x](https://evil.example) @team #1 <img src=x> ![p](q) `code` \u{202e}\n# head www.evil.example';

/** Spaces of no width as a dot. */
const showInvisible = (text: string): string => text.replaceAll('\u{200b}', '·');

describe('foreign text in Markdown', () => {
  it('is shown and does nothing', () => {
    expect(showInvisible(escapeMarkdown(NASTY))).toMatchInlineSnapshot(
      `"\\[x\\]\\(https·://evil.example\\) @·team \\#1 \\<img src=x\\> \\!\\[p\\]\\(q\\) \\\`code\\\` \\# head www·.evil.example"`,
    );
  });
  it('is cut when it is long', () => {
    expect(escapeMarkdown('a'.repeat(1000))).toHaveLength(301);
  });
  it('cannot end a span of code', () => {
    expect(codeSpan('a`b\nc')).toBe('`a b c`');
  });
});

describe('messages for the body of an issue', () => {
  const base = { intro: 'Compared on 2026-01-05.', messages: [], changes: new Map(), warnings: [] };
  it('says when nothing differs', () => {
    expect(writeMessagesMarkdown(base)).toBe(
      'Compared on 2026-01-05.\n\n## What differs\n\nNothing.\n',
    );
  });
  it('lists messages by rule, completions, and what could not be asked', () => {
    const text = writeMessagesMarkdown({
      ...base,
      messages: [
        {
          rule: 'online-year',
          severity: 'warning',
          file: 'references.bib',
          line: 3,
          found: 'the year 2013',
          expected: '2014',
          fix: 'correct it',
        },
      ],
      changes: new Map([
        [
          'A:2014abc',
          [
            { field: 'doi', from: undefined, to: '10.1/x', source: 'INSPIRE' },
            { field: 'x-texkey', from: 'unverified', to: 'verified', source: 'INSPIRE' },
          ],
        ],
      ]),
      warnings: ['arXiv did not answer'],
    });
    expect(showInvisible(text)).toMatchInlineSnapshot(`
      "Compared on 2026-01-05.

      > ⚠ arXiv did not answer

      ## What differs

      ### \`online-year\`

      - \`references.bib:3\` the year 2013  
        expected: 2014  
        correct it

      ## What can be completed

      \`npm run check -- --online --fix\` writes these; look at the difference before you commit it.

      - \`A:2014abc\`: doi = \`10.1/x\`, x-texkey: \`unverified\` → \`verified\`
      "
    `);
  });
  it('counts what is beyond the first sixty', () => {
    const message = {
      rule: 'online-year',
      severity: 'warning',
      file: 'f',
      found: 'a',
      expected: 'b',
      fix: 'c',
    } as const;
    const text = writeMessagesMarkdown({
      ...base,
      messages: Array.from({ length: 61 }, () => message),
    });
    expect(text).toContain('- … and 1 more');
  });
});

describe('papers for the body of an issue', () => {
  it('are listed with what found them', () => {
    const text = writeCandidatesMarkdown(
      [
        {
          recid: 7,
          texkey: 'B:2026abc',
          title: NASTY,
          date: '2026-01-02',
          eprint: undefined,
          searches: ['a'],
        },
        {
          recid: 8,
          texkey: undefined,
          title: 'Short',
          date: '',
          eprint: '2601.00001',
          searches: ['b'],
        },
      ],
      [{ id: 'a', title: 'Dark photons', portals: ['vector'], experiments: [], query: 'q' }],
      '2026-01-01',
      [],
    );
    expect(showInvisible(text)).toMatchInlineSnapshot(`
      "## Papers since 2026-01-01 that may be missing

      - [ ] [\\[x\\]\\(https·://evil.example\\) @·team \\#1 \\<img src=x\\> \\!\\[p\\]\\(q\\) \\\`code\\\` \\# head www·.evil.example](https://inspirehep.net/literature/7) (\`2026-01-02\`, \`B:2026abc\`; Dark photons)
      - [ ] [Short](https://inspirehep.net/literature/8) (\`arXiv:2601.00001\`; b)
      "
    `);
  });
  it('may be none', () => {
    expect(writeCandidatesMarkdown([], [], '2026-01-01', ['INSPIRE did not answer'])).toBe(
      '## Papers since 2026-01-01 that may be missing\n\n> ⚠ INSPIRE did not answer\n\nNone.\n',
    );
  });
});
