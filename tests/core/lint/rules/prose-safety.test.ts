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
    expect(check('See <Cite key="BaBar:2014zli" /> and\n\n<Note title="One">text</Note>\n')).toBe(
      '',
    );
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
  it('refuses addresses of other schemes, in links, images and definitions', () => {
    expect(check('[a](javascript:x) ![b](data:c)\n\n[d]: http://example.org\n'))
      .toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     the address javascript:x
        expected  https, mailto, or a path of this site
        fix       use https, or a path that begins with /
      models/dark-photon.mdx :10  error  prose-safety
        found     the address data:c
        expected  https, mailto, or a path of this site
        fix       use https, or a path that begins with /
      models/dark-photon.mdx :12  error  prose-safety
        found     the address http://example.org
        expected  https, mailto, or a path of this site
        fix       use https, or a path that begins with /"
    `);
  });
  it('refuses an address of another host without a scheme', () => {
    expect(check(String.raw`[a](//example.org) [b](/\\example.org)`)).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :10  error  prose-safety
        found     the address //example.org
        expected  https, mailto, or a path of this site
        fix       use https, or a path that begins with /
      models/dark-photon.mdx :10  error  prose-safety
        found     the address /\\example.org
        expected  https, mailto, or a path of this site
        fix       use https, or a path that begins with /"
    `);
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
