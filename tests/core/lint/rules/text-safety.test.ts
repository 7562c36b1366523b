import { describe, expect, it } from 'vitest';
import { textSafety } from '../../../../src/core/lint/rules/text-safety.ts';
import {
  lint,
  makeFacility,
  makeLimit,
  makeModel,
  makeReference,
  makeSearch,
  makeTerm,
} from '../../../fixtures/make-catalogue.ts';

const check = (notes: string): string => lint(textSafety, { limits: [makeLimit({ notes })] });

describe('text-safety', () => {
  it('accepts text, mathematics, comparisons, addresses and words of other languages', () => {
    for (const text of [
      'Limits on $\\varepsilon < 10^{-3}$ and m < 5 GeV; Blümlein, Gninenko & Čerenkov – J/ψ → μ⁺μ⁻, 5 % (90 % CL).',
      'see https://www.hepdata.net/record/ins1297226',
      'The data: two runs. Official data:no.',
      '$a<b$ and $\\frac{a}{b}$',
      'two\nlines',
    ])
      expect(check(text), text).toBe('');
  });
  it('refuses HTML, open or hidden', () => {
    expect(check('a <b>bold</b> word')).toBe(
      `limits/vector/babar-2014-dark-photon.yaml notes  error  text-safety
  found     <b…, which reads as HTML
  expected  plain text, with mathematics between dollars
  fix       leave the tag out; write a blank behind a less-than sign`,
    );
    for (const text of ['<script>x', '<img src=x onerror=x', '</p>', '<!-- x', '<?x', 'ends <svg'])
      expect(check(text), text).toContain('which reads as HTML');
    expect(check('&lt;script&gt; and &#60;')).toContain('the HTML entity &lt;');
  });
  it('refuses addresses that run or leave the encrypted way, however they are spelt', () => {
    for (const text of [
      'javascript:alert(1)',
      '[a](JavaScript:x)',
      'java\nscript:x',
      'vbscript:x',
      'data:text/html,x',
      'data:;base64,AAAA',
      'http://example.org',
      'ftp://example.org',
      'file:///etc/passwd',
    ])
      expect(check(text), text).toContain('an address that begins with');
  });
  it('refuses characters that nobody sees or that turn the direction of writing', () => {
    expect(check('abc\u202edef')).toContain('found     the invisible character \\u{202e}');
    for (const hidden of ['\u0000', '\u0007', '\u200b', '\u2066', '\u00ad', '\u061c', '\u0085'])
      expect(check(`abc${hidden}def`), JSON.stringify(hidden)).toContain('the invisible character');
  });
  it('refuses LaTeX that reaches out, in mathematics and outside', () => {
    expect(check('$\\href{javascript:x}{a}$')).toContain('found     the LaTeX command \\href');
    expect(check('\\includegraphics{x}')).toContain('\\includegraphics');
    expect(check('$\\htmlClass{a}{b}$')).toContain('\\htmlClass');
    expect(check('$\\begin{filecontents}$')).toContain('\\begin{filecontents}');
  });
  it('looks at every kind of entry, also deep inside, and names the place', () => {
    const found = lint(textSafety, {
      limits: [makeLimit({ gaps: [{ from: 1, to: 2, why: '<b>x</b>' }] })],
      searches: [makeSearch({ keyFacts: [{ fact: 'javascript:x', cite: 'BaBar:2014zli' }] })],
      models: [makeModel({ lagrangian: '\\href{a}{b}' })],
      facilities: [makeFacility({ place: 'a\u200bb' })],
      glossary: [makeTerm({ definition: '<i>x</i>' })],
      references: [
        makeReference({ title: '<script>x</script>', authors: '\\url{x}', note: 'http://x.org' }),
      ],
    });
    expect(found.match(/^\S+ \S+ /gm)?.map((place) => place.trim())).toEqual(
      [
        'facilities/pep-2.yaml place',
        'glossary/portal.yaml definition',
        'limits/vector/babar-2014-dark-photon.yaml gaps.0.why',
        'models/dark-photon.mdx lagrangian',
        'references.bib BaBar:2014zli.title',
        'references.bib BaBar:2014zli.authors',
        'references.bib BaBar:2014zli.note',
        'searches/vector/babar-2014-dark-photon.mdx keyFacts.0.fact',
      ].toSorted((a, b) => found.indexOf(a) - found.indexOf(b)),
    );
  });
});
