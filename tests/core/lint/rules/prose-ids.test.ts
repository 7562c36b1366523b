import { describe, expect, it } from 'vitest';
import { proseIds } from '../../../../src/core/lint/rules/prose-ids.ts';
import {
  lint,
  makeChapter,
  makePortal,
  makeSearch,
  makeTerm,
} from '../../../fixtures/make-catalogue.ts';

const lintBody = (body: string): string =>
  lint(proseIds, {
    portals: [makePortal({ body })],
    searches: [makeSearch()],
    glossary: [makeTerm()],
  });

describe('prose-ids', () => {
  it('accepts what exists', () => {
    expect(
      lintBody(
        [
          '<Figure plane="dark-photon-visible"/>',
          '<Value limit="babar-2014-dark-photon" of="best"/> and <Term id="portal">portals</Term>',
          '<LimitTable portal="vector"/> <Model id="dark-photon"/> <Facts experiment="babar"/>',
          '[the search](/searches/babar-2014-dark-photon/), [elsewhere](https://arxiv.org), [a list](/searches/)',
        ].join('\n\n'),
      ),
    ).toBe('');
  });
  it.each([
    ['<Figure plane="dark-photon-visibl"/>', 'planes', 'dark-photon-visible'],
    ['<Value limit="babar-2014-dark-photo"/>', 'limits', 'babar-2014-dark-photon'],
    ['<DataWanted search="babar-2014-dark-photo"/>', 'searches', 'babar-2014-dark-photon'],
    ['<Model id="dark-foton"/>', 'models', 'dark-photon'],
    ['<Term id="portl">x</Term>', 'glossary', 'portal'],
    ['[x](/experiments/babr/)', 'experiments', 'babar'],
    ['[x](/planes/dark-photon-visibl/#figure)', 'planes', 'dark-photon-visible'],
  ])('sees that %s names nothing in %s', (body, kind, meant) => {
    const found = lintBody(`A line.\n\n${body}`);
    expect(found).toContain(`portals/vector.mdx :12  error  prose-ids`);
    expect(found).toContain(`an id of ${kind}/; did you mean "${meant}"?`);
  });
  it('sees an id of a folder without any entry', () => {
    expect(lintBody('[x](/methods/bump-hunt/)')).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-ids
        found     "bump-hunt", which is not in methods/
        expected  an id of methods/
        fix       add the entry to methods/, or correct the id"
    `);
  });
  it('knows where a chapter is read', () => {
    const chapters = [makeChapter(), makeChapter({ id: 'methods', title: 'Methods' })];
    const lintLink = (path: string): string =>
      lint(proseIds, { chapters, portals: [makePortal({ body: `[x](${path})` })] });
    expect(lintLink('/review/introduction/')).toBe('');
    expect(lintLink('/methods/')).toBe('');
    expect(lintLink('/review/introductio/')).toContain('did you mean "introduction"?');
    expect(lintLink('/review/methods/')).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-ids
        found     /review/methods/
        expected  /methods/, where this chapter is read
        fix       write /methods/"
    `);
  });
  it('looks at the page that a word of the glossary leads to', () => {
    const lintTerm = (more: string): string => lint(proseIds, { glossary: [makeTerm({ more })] });
    expect(lintTerm('/planes/dark-photon-visible/')).toBe('');
    expect(lintTerm('/planes/dark-photon-visibl/')).toMatchInlineSnapshot(`
      "glossary/portal.yaml more  error  prose-ids
        found     "dark-photon-visibl", which is not in planes/
        expected  an id of planes/; did you mean "dark-photon-visible"?
        fix       write dark-photon-visible"
    `);
  });
});
