import type { ConfigData } from 'html-validate';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltPage, Inspection, PageFault } from '../../src/core/quality/page-integrity.ts';

/**
 * What the standard of HTML demands, and what screen readers need. Left out: what is a matter of taste, and
 * what axe judges better with the styles at hand.
 */
const RULES: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Pages that are looked at with scripts off have forms that scripts bring to life.
    'wcag/h32': 'off',
    // Groups that scroll by keyboard have a role and a name, and are no sections of the text.
    'prefer-native-element': 'off',
    // Lists in a template are named before they are filled.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
};

/** Looks at pages as HTML; each fault names its rule, and its element where there is one. */
export async function validateHtml(pages: readonly BuiltPage[]): Promise<Inspection> {
  const validator = new HtmlValidate(new StaticConfigLoader(RULES));
  const faults: PageFault[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { ruleId, message, line, column, selector } of results.flatMap(
      ({ messages }) => messages,
    )) {
      const where = `${String(line)}:${String(column)} ${selector ?? ''}`.trimEnd();
      faults.push({ path, found: `${ruleId}: ${message} (${where})` });
    }
  }
  return { looked: pages.length, faults };
}

/** Rows of a table that are looked at where a page is shortened: all are written by one component. */
const ROWS = 3;

/** A page without what it has a hundred times: rows of long tables, strokes, what KaTeX writes. */
export function shortenPage({ path, html }: BuiltPage): BuiltPage {
  const short = withoutMaths(html)
    .replace(/(<tbody\b[^>]*>)([\s\S]*?)(?=<\/tbody>)/g, (_, start: string, rows: string) => {
      const kept = rows.split(/(?=<tr\b)/).slice(0, ROWS);
      return start + kept.join('');
    })
    .replace(/<(path|line|circle|rect)\b(?![^>]*\sid=)[^>]*>(?:<\/\1>)?/g, '');
  return { path, html: short };
}

function withoutMaths(html: string): string {
  const parts: string[] = [];
  let from = 0;
  const tags = /<(\/?)span\b[^>]*>/g;
  for (;;) {
    const start = html.indexOf('<span class="katex', from);
    if (start === -1) break;
    parts.push(html.slice(from, start));
    let depth = 0;
    tags.lastIndex = start;
    do depth += tags.exec(html)?.[1] === '' ? 1 : -1;
    while (depth > 0);
    from = tags.lastIndex;
  }
  return parts.join('') + html.slice(from);
}
