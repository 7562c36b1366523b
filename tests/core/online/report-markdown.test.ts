import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown } from '../../../src/core/online/markdown-text.ts';
import { writeOnlineReport } from '../../../src/core/online/report-markdown.ts';

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

describe('the report of the online checks', () => {
  const base = { date: '2026-01-05', messages: [], changes: new Map(), warnings: [] };
  it('says when nothing differs', () => {
    expect(writeOnlineReport(base)).toBe(
      'Comparison of the bibliography with INSPIRE, Crossref, arXiv and HEPData on 2026-01-05.\n\n## What differs\n\nNothing.\n',
    );
  });
  it('lists messages by rule, completions, candidates, and what could not be asked', () => {
    const text = writeOnlineReport({
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
      candidates: [
        {
          recid: 7,
          texkey: 'B:2026abc',
          title: NASTY,
          date: '2026-01-02',
          eprint: undefined,
          searches: ['a'],
        },
      ],
      searches: [
        { id: 'a', title: 'Dark photons', portals: ['vector'], experiments: [], query: 'q' },
      ],
      warnings: ['arXiv did not answer'],
    });
    expect(showInvisible(text)).toMatchInlineSnapshot(`
      "Comparison of the bibliography with INSPIRE, Crossref, arXiv and HEPData on 2026-01-05.

      > ⚠ arXiv did not answer

      ## What differs

      ### \`online-year\`

      - \`references.bib:3\` the year 2013  
        expected: 2014  
        correct it

      ## What can be completed

      \`npm run check -- --online --fix\` writes these; look at the difference before you commit it.

      - \`A:2014abc\`: doi = \`10.1/x\`, x-texkey: \`unverified\` → \`verified\`

      ## Papers that may be missing

      - [ ] [\\[x\\]\\(https·://evil.example\\) @·team \\#1 \\<img src=x\\> \\!\\[p\\]\\(q\\) \\\`code\\\` \\# head www·.evil.example](https://inspirehep.net/literature/7) (\`2026-01-02\`, \`B:2026abc\`; Dark photons)
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
    const text = writeOnlineReport({
      ...base,
      messages: Array.from({ length: 61 }, () => message),
    });
    expect(text).toContain('- … and 1 more');
  });
});
