import type { BuiltPage, PageFault } from './page-integrity.ts';

/** What every page has to say of itself. */
export interface PagePolicies {
  /** Content-Security-Policy. */
  readonly content: string;
  readonly referrer: string;
}

/** A thing that no page may have or lack, and the pages of which that is not so. */
export interface SafetyFinding {
  readonly what: string;
  readonly faults: readonly PageFault[];
}

/** Tags that load something, with an address of another host. */
const FOREIGN =
  /<(?:script|img|link|iframe|source|video|audio|embed)\b[^>]*\s(?:src|srcset)="(?:https?:)?\/\/[^"]*"|<link\b[^>]*rel="(?:stylesheet|preload|modulepreload|icon|manifest)"[^>]*href="(?:https?:)?\/\/[^"]*"/g;

/** Scripts but those in files and data; styles but those in files; handlers of events. */
const INLINE =
  /<script\b(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))[^>]*>|<style\b[^>]*>|\son[a-z]+="[^"]*"/g;

/** Looks at pages as text for what the policy of the site is there to prevent. */
export function inspectSafety(
  pages: readonly BuiltPage[],
  { content, referrer }: PagePolicies,
): SafetyFinding[] {
  const find = (what: string, look: (html: string) => readonly string[]): SafetyFinding => ({
    what,
    faults: pages.flatMap(({ path, html }) => look(html).map((found) => ({ path, found }))),
  });
  const require = (needle: string) => (html: string) =>
    html.includes(needle) ? [] : ['no policy, or another'];
  return [
    find(
      'pages without the policy',
      require(`http-equiv="Content-Security-Policy" content="${content}"`),
    ),
    find(
      'pages without the policy on what other hosts learn',
      require(`<meta name="referrer" content="${referrer}"`),
    ),
    find('inline scripts, styles and handlers', (html) => html.match(INLINE) ?? []),
    find('things loaded from another host', (html) => html.match(FOREIGN) ?? []),
  ];
}
