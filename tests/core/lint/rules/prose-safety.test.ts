import { describe, expect, it } from 'vitest';
import { proseSafety } from '../../../../src/core/lint/rules/prose-safety.ts';
import {
  lint,
  makeExperiment,
  makeMethod,
  makeModel,
  makePortal,
  makeSearch,
} from '../../../fixtures/make-catalogue.ts';

const check = (body: string): string => lint(proseSafety, { models: [makeModel({ body })] });

describe('prose-safety', () => {
  it('accepts Markdown, mathematics, components and links', () => {
    expect(check('')).toBe('');
    expect(
      check(
        'A **photon** with $\\varepsilon < 10^{-3}$ and $\\mathcal{L}_{int}$.\n\n$$\n\\frac{a}{b}\n$$\n',
      ),
    ).toBe('');
    expect(check('See <Cite key="BaBar:2014zli" /> and\n\n<Note>text</Note>\n')).toBe('');
    expect(
      check(
        '[a](https://example.org) [b](mailto:a@example.org) [c](/planes/x/) [d](#e) [f](../g/)',
      ),
    ).toBe('');
  });
  it('refuses an import', () => {
    expect(check('import x from "y"\n\ntext')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     an import or export
        expected  prose: the components are there without an import
        fix       remove the line"
    `);
  });
  it('refuses expressions in a text and between texts', () => {
    expect(check('text {1 + 1}\n\n{process.exit()}\n')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     an expression in braces
        expected  text, or mathematics between dollars
        fix       remove the braces, or put the formula between dollars
      models/dark-photon.mdx :12  error  prose-safety
        found     an expression in braces
        expected  text, or mathematics between dollars
        fix       remove the braces, or put the formula between dollars"
    `);
  });
  it('refuses elements that are not components', () => {
    expect(check('<script>x</script>\n\ntext <b>bold</b>')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     <script>
        expected  Cite, DataWanted, Facts, Figure, LimitTable, Luminosity, Milestones, Model, Note, OpenGaps, Term, Value
        fix       write Markdown, or use one of the components
      models/dark-photon.mdx :12  error  prose-safety
        found     <b>
        expected  Cite, DataWanted, Facts, Figure, LimitTable, Luminosity, Milestones, Model, Note, OpenGaps, Term, Value
        fix       write Markdown, or use one of the components"
    `);
  });
  it('refuses a fragment without a name', () => {
    expect(check('<>text</>')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     <>
        expected  Cite, DataWanted, Facts, Figure, LimitTable, Luminosity, Milestones, Model, Note, OpenGaps, Term, Value
        fix       write Markdown, or use one of the components"
    `);
  });
  it('refuses computed and spread attributes', () => {
    expect(check('<Cite key={1} />\n\n<Cite {...x} />')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     a computed attribute key of <Cite>
        expected  attributes that are text in quotes
        fix       write the value in quotes
      models/dark-photon.mdx :12  error  prose-safety
        found     a computed attribute {…} of <Cite>
        expected  attributes that are text in quotes
        fix       write the value in quotes"
    `);
  });
  it('refuses event handlers', () => {
    expect(check('<Note onClick="x">text</Note>')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     the event handler onClick
        expected  no behaviour in prose
        fix       remove the attribute"
    `);
  });
  it('refuses addresses of other schemes, in links and definitions, and pictures', () => {
    expect(check('[a](javascript:x) ![b](data:c)\n\n[d]: http://example.org\n'))
      .toMatchInlineSnapshot(`
        "models/dark-photon.mdx :10  error  prose-safety
          found     the address javascript:x
          expected  https, mailto, or a path of this site
          fix       use https with a plain host, or a path that begins with /
        models/dark-photon.mdx :10  error  prose-safety
          found     a picture from data:c
          expected  figures of the catalogue: <Figure plane="…"/>
          fix       remove the picture; a figure of numbers is drawn from its data
        models/dark-photon.mdx :12  error  prose-safety
          found     the address http://example.org
          expected  https, mailto, or a path of this site
          fix       use https with a plain host, or a path that begins with /"
      `);
  });
  it('refuses an address of another host without a scheme', () => {
    expect(check(String.raw`[a](//example.org) [b](/\\example.org)`)).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     the address //example.org
        expected  https, mailto, or a path of this site
        fix       use https with a plain host, or a path that begins with /
      models/dark-photon.mdx :10  error  prose-safety
        found     the address /\\example.org
        expected  https, mailto, or a path of this site
        fix       use https with a plain host, or a path that begins with /"
    `);
  });
  it('refuses addresses that a browser would read as another', () => {
    for (const url of [
      '&#106;avascript:x',
      'java&#115;cript&colon;x',
      'JaVaScRiPt:x',
      'vbscript:x',
      'data:text/html;base64,AAAA',
      '/&#9;/example.org',
      '/&#10;/example.org',
      'www.example.org',
      'https://arxiv.org@example.org/',
      'https://аrxiv.org/abs/1406.2980',
      'https://xn--rxiv-8cd.org/',
      'http://example.org',
      'ftp://example.org',
    ]) {
      const link = url.startsWith('www') ? url : `[a](<${url}>)`;
      expect(check(link), url).toContain('found     the address');
    }
  });
  it('looks at links by reference, footnotes, tables and what stands inside components', () => {
    expect(check('[a][b] and ![c][b]\n\n[b]: javascript:x').match(/found .*/g)).toEqual([
      'found     a picture',
      'found     the address javascript:x',
    ]);
    expect(check('text[^1]\n\n[^1]: [a](javascript:x)')).toContain('the address javascript:x');
    expect(check('<Note>\n\n- [a](javascript:x) {1}\n\n</Note>').match(/found .*/g)).toEqual([
      'found     the address javascript:x',
      'found     an expression in braces',
    ]);
    expect(check('| a |\n| - |\n| [b](data:c) |')).toContain('the address data:c');
    expect(check('> ## [b](data:c)')).toContain('the address data:c');
  });
  it('has no hole where Markdown knows angle brackets', () => {
    for (const body of [
      '<!-- hidden -->',
      '<https://example.org>',
      '<?php x ?>',
      '<img src="x" />',
      '<a href="javascript:x">text</a>',
      '<svg onload="x" />',
      '<Fragment set:html="x" />',
      '<Cite.x key="a" />',
      '<constructor />',
      '<__proto__ />',
    ])
      expect(check(body), body).toContain('error  prose-safety');
  });
  it('refuses attributes that a component does not have: Astro gives some of them a meaning', () => {
    for (const attribute of [
      'set:html="<b>x</b>"',
      'set:text="x"',
      'client:load',
      'server:defer',
      'class="x"',
      'style="x"',
      'slot="x"',
      'is:raw',
      'href="javascript:x"',
    ])
      expect(check(`<Note ${attribute}>text</Note>`), attribute).toContain(
        'found     the attribute',
      );
    expect(check('<LimitTable plane="a" limits="b" />')).toContain('the attribute limits');
  });
  it('reads mathematics before it looks for braces, and lets only known LaTeX through', () => {
    expect(
      check('$\\frac{a}{b}$, ${x}$, $x_{1}^{2}$\n\n$$\n\\begin{aligned}{a}\\end{aligned}\n$$'),
    ).toBe('');
    expect(check('costs 5 $ and {6}')).toContain('an expression in braces');
    for (const tex of [
      '\\href{javascript:x}{a}',
      '\\url{javascript:x}',
      '\\includegraphics{https://example.org/x.png}',
      '\\htmlClass{a}{b}',
      '\\htmlId{a}{b}',
      '\\htmlStyle{color: red}{b}',
      '\\def\\x{\\x\\x}\\x',
      '\\newcommand{\\x}{\\x}',
      '\\let\\x=\\frac',
      '\\require{html}',
      '\\begin{CD}a\\end{CD}',
      '\\rule{1000em}{1000em}',
    ]) {
      expect(check(`text $${tex}$ text`), tex).toContain('found     the LaTeX command');
      expect(check(`$$\n${tex}\n$$`), tex).toContain('found     the LaTeX command');
    }
  });
  it('refuses characters that nobody sees, also in code and attributes', () => {
    expect(check('a line\n\nabc\u202edef')).toBe(
      `models/dark-photon.mdx :12  error  prose-safety
  found     the invisible character \\u{202e}
  expected  characters that are seen as they are
  fix       delete the character, or type the words again`,
    );
    for (const hidden of ['\u200b', '\u2066', '\u0007', '\u00ad', '\u061c', '\ufeff', '\u0085'])
      expect(check(`\`code ${hidden}\``), JSON.stringify(hidden)).toContain(
        'found     the invisible character',
      );
    expect(check('<Cite key="Ba\u200bBar:2014zli" />')).toContain('the invisible character');
  });
  it('says where a text is not Markdown with components', () => {
    expect(check('text\n\n<Note>never closed\n')).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :12  error  prose-safety
        found     Expected a closing tag for \`<Note>\` (3:1-3:7) before the end of \`paragraph\`
        expected  Markdown with components; braces and < only in mathematics between dollars
        fix       write mathematics between dollars, and close every component"
    `);
  });
  it('looks at every kind of prose', () => {
    const body = '{x}';
    const overrides = {
      portals: [makePortal({ body })],
      searches: [makeSearch({ body })],
      models: [makeModel({ body })],
      experiments: [makeExperiment({ body })],
      methods: [makeMethod({ body })],
    };
    expect(lint(proseSafety, overrides).match(/^\S+\.mdx/gm)).toEqual([
      'portals/vector.mdx',
      'searches/vector/babar-2014-dark-photon.mdx',
      'models/dark-photon.mdx',
      'experiments/babar.mdx',
      'methods/bump-hunt.mdx',
    ]);
  });
});
