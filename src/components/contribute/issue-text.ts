/** A file of a contribution; the path is relative to the root of the repository. */
export interface ContributedFile {
  readonly path: string;
  readonly text: string;
}

/** Longest address that browsers and GitHub take; what is longer goes through the clipboard. */
export const LONGEST_ADDRESS = 7500;

/** Longest text that GitHub takes as an issue, with room for what people add. */
export const LONGEST_ISSUE = 60_000;

/** The contribution as the text of an issue: every file in a block of its own, nothing of it rendered. */
export function writeIssueText(title: string, files: readonly ContributedFile[]): string {
  const blocks = files.map(({ path, text }) => {
    const fence = fenceFor(text);
    return `\`${path.replaceAll('`', '')}\`\n\n${fence}${languageOf(path)}\n${text.trimEnd()}\n${fence}\n`;
  });
  return [`A result for the catalogue: ${title}`, '', ...blocks].join('\n');
}

/** More backticks than any run in the text, so that no line of it closes the block. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  return '`'.repeat(longest + 1);
}

const languageOf = (path: string): string => /\.(\w+)$/u.exec(path)?.[1] ?? '';

/** Where the issue is written; `isWhole` tells whether the address carries its text. */
export interface IssueLink {
  readonly href: string;
  readonly isWhole: boolean;
}

/**
 * The address of a new issue with its title and text; without the text where that is too long.
 * @param repository address of the repository on GitHub
 */
export function writeIssueLink(repository: string, title: string, text: string): IssueLink {
  const address = (fields: Readonly<Record<string, string>>): string =>
    `${repository.replace(/\/+$/u, '')}/issues/new?${new URLSearchParams(fields).toString()}`;
  const whole = address({ title, body: text });
  if (whole.length <= LONGEST_ADDRESS) return { href: whole, isWhole: true };
  return { href: address({ title }), isWhole: false };
}

/** The address of a repository as given when the site was built; undefined where it is none. */
export function readRepository(given: string | undefined): string | undefined {
  if (given === undefined || !URL.canParse(given)) return undefined;
  const { protocol, origin, pathname } = new URL(given);
  return protocol === 'https:' ? `${origin}${pathname}`.replace(/\/+$/u, '') : undefined;
}
