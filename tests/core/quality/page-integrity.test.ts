import { describe, expect, it } from 'vitest';
import type { BuiltPage } from '../../../src/core/quality/page-integrity.ts';
import {
  inspectAnchors,
  inspectCitations,
  inspectFigures,
  inspectFormulas,
  inspectLinks,
  listLinks,
} from '../../../src/core/quality/page-integrity.ts';

const SITE = { siteUrl: 'https://example.org', base: '/sub/' };

/** A page to look at, and a bibliography with one paper. */
function makeSite(html: string): {
  pages: BuiltPage[];
  links: ReturnType<typeof listLinks>;
} {
  const pages = [
    { path: '/a/index.html', html },
    { path: '/references/index.html', html: '<ol><li id="Tester:2014one">A paper</li></ol>' },
  ];
  const files = new Set([...pages.map(({ path }) => path), '/a.csv', '/é.csv']);
  return { pages, links: listLinks(pages, files, SITE) };
}

const found = (inspection: { faults: readonly { path: string; found: string }[] }): string[] =>
  inspection.faults.map((fault) => `${fault.path}: ${fault.found}`);

describe('links', () => {
  it.each([
    '/sub/a.csv',
    '/sub/a',
    '/sub/a/',
    '../a.csv',
    '#place',
    '/sub/a/?v=1&amp;x=2',
    'https://example.org/sub/a/',
    '/sub/%C3%A9.csv',
  ])('to %s have an end', (target) => {
    const { links } = makeSite(`<p id="place"><a class="x" href="${target}">it</a></p>`);
    expect(inspectLinks(links)).toEqual({ looked: 1, faults: [] });
  });

  it.each(['/a/', '/sub/b/', '../b.csv', 'https://example.org/sub/b/', 'a.csv'])(
    'to %s lead nowhere',
    (target) => {
      const { links } = makeSite(`<a href="${target}">it</a><img alt="" src="${target}">`);
      const expected = `/a/index.html: ${target} leads to no file`;
      expect(found(inspectLinks(links))).toEqual([expected, expected]);
    },
  );

  it('of other hosts, of mail, in comments and in scripts are none of the site', () => {
    const { links } = makeSite(
      `<a href="https://example.com/b">x</a><a href="mailto:a@b.c">x</a><!-- <a href="/b/"> -->
       <script type="application/json">"<a href=\\"/b/\\">"</script>`,
    );
    expect(links).toEqual([]);
  });
});

describe('anchors', () => {
  it('have their place, on this page and on another', () => {
    const { pages, links } = makeSite(
      `<b id="here"></b><a href="#here"></a><a href="/sub/references/#Tester:2014one"></a>
       <a href="/sub/references/#Tester%3A2014one"></a><a href="#own=abc"></a>`,
    );
    expect(inspectAnchors(links, pages)).toEqual({ looked: 3, faults: [] });
  });

  it('are found out where the place is missing, on this page and on another', () => {
    const { pages, links } = makeSite(
      `<b data-id="there"></b><a href="#there"></a><a href="/sub/references/#Nobody:2014"></a>`,
    );
    expect(found(inspectAnchors(links, pages))).toEqual([
      '/a/index.html: #there leads to no place of that page',
      '/a/index.html: /sub/references/#Nobody:2014 leads to no place of that page',
    ]);
  });
});

describe('citations', () => {
  it('lead to an entry', () => {
    const { pages, links } = makeSite(
      `<span class="cite">[<a href="/sub/references/#Tester:2014one">Tester 2014</a>]</span>
       <span class="cite">[a press release, by its name]</span>`,
    );
    expect(inspectCitations(pages, links)).toEqual({ looked: 1, faults: [] });
  });

  it.each(['/sub/a/#here', '/sub/references/', '/sub/references/#Nobody:2014'])(
    'are found out where they lead to %s',
    (target) => {
      const { pages, links } = makeSite(
        `<b id="here"></b><span class="cite">[<a href="${target}">x</a>]</span>`,
      );
      expect(found(inspectCitations(pages, links))).toEqual([
        `/a/index.html: the citation ${target} has no entry`,
      ]);
    },
  );
});

describe('figures', () => {
  it.each([
    '<svg aria-hidden="true"><path d="M0"/></svg>',
    '<svg role="img"><title>A plane</title><svg></svg></svg>',
    '<svg role="img" aria-label="A plane"></svg>',
    '<svg role="img" aria-labelledby="t d"><title id="t">A</title><desc id="d">B</desc></svg>',
    '<img src="a.png" alt="">',
    '<figure><p>x</p><figcaption>What it shows</figcaption></figure>',
    '<svg width="400em"></svg>',
  ])('%s says what it is, or is hidden', (html) => {
    expect(inspectFigures(makeSite(html).pages).faults).toEqual([]);
  });

  it.each([
    ['<svg viewBox="0 0 1 1"><path d="M0"/></svg>', 'a drawing without a name'],
    ['<svg role="img"><path d="M0"/></svg>', 'a drawing without a name'],
    ['<svg role="img" aria-label=" "></svg>', 'a drawing without a name'],
    ['<svg role="img" aria-labelledby="t"></svg>', 'a drawing without a name'],
    ['<svg role="img" aria-labelledby="t"><title id="t"></title></svg>', 'a drawing without'],
    ['<img src="a.png">', 'an image without alt'],
    ['<figure><p>x</p></figure>', 'a figure without a caption'],
  ])('%s is found out', (html, expected) => {
    const { faults, looked } = inspectFigures(makeSite(html).pages);
    expect(looked).toBe(1);
    expect(faults.map((fault) => fault.found).join()).toContain(expected);
  });
});

describe('formulas', () => {
  it('that are set are counted', () => {
    const { pages } = makeSite('<span class="katex"></span> <code>$HOME and $PATH</code> 5 $');
    expect(inspectFormulas(pages)).toEqual({ looked: 1, faults: [] });
  });

  it.each(['<span class="katex-error">\\x</span>', 'mass $m_A$', 'a \\frac{1}{2}'])(
    '%s is found out',
    (html) => {
      expect(inspectFormulas(makeSite(html).pages).faults).toHaveLength(1);
    },
  );
});
