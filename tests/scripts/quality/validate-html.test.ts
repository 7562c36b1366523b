import { describe, expect, it } from 'vitest';
import { shortenPage, validateHtml } from '../../../scripts/quality/validate-html.ts';
import type { BuiltPage } from '../../../src/core/quality/page-integrity.ts';

const makePage = (main: string): BuiltPage => ({
  path: '/a/index.html',
  html: `<!doctype html>\n<html lang="en"><head><title>A</title></head><body><main>${main}</main></body></html>\n`,
});

const ROW = '<tr><td>1</td></tr>';
const MATHS =
  '<span class="katex"><span class="katex-mathml"><math></math></span><span class="katex-html" aria-hidden="true"><span style="top:0"></span></span></span>';

describe('html-validate', () => {
  it('has nothing against a sound page', async () => {
    const { looked, faults } = await validateHtml([makePage('<h1>A</h1><p id="a">b</p>')]);
    expect({ looked, faults }).toEqual({ looked: 1, faults: [] });
  });

  it.each([
    ['<p id="a"></p><p id="a"></p>', 'no-dup-id'],
    ['<p><div></div></p>', 'close-order'],
    ['<ul><p>x</p></ul>', 'element-permitted-content'],
    ['<img src="a.png">', 'wcag/h37'],
    ['<input type="checkbox" autocomplete="off" aria-label="x">', 'valid-autocomplete'],
    ['<figure><p>x</p><figcaption>y</figcaption><p>z</p></figure>', 'element-permitted-order'],
    ['<h2></h2>', 'empty-heading'],
  ])('finds what is wrong with %s, in a shortened page too', async (main, rule) => {
    const page = makePage(`<h1>A</h1>${main}${MATHS}`);
    const rulesOf = async (looked: BuiltPage): Promise<string[]> =>
      (await validateHtml([looked])).faults.map(({ found }) => found.split(': ')[0] ?? '');
    expect(await rulesOf(page)).toContain(rule);
    expect(await rulesOf(shortenPage(page))).toContain(rule);
  });
});

describe('a shortened page', () => {
  it('keeps its first rows, its ids and its text', () => {
    const { html } = shortenPage(
      makePage(
        `<table><tbody>${ROW.repeat(9)}</tbody></table><svg><path id="a"/><path d="M0"/></svg>${MATHS}<p>${MATHS} end</p>`,
      ),
    );
    expect(html).toBe(
      makePage(`<table><tbody>${ROW.repeat(3)}</tbody></table><svg><path id="a"/></svg><p> end</p>`)
        .html,
    );
  });
});
