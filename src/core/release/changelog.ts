import { parseVersion } from './version.ts';

/** A released version as CHANGELOG.md tells it. */
export interface ReleaseEntry {
  readonly version: string;
  /** Date of the release, YYYY-MM-DD. */
  readonly date: string;
  /** The state of the content that was released; absent where the entry does not say. */
  readonly content?: { readonly date: string; readonly commit: string };
  /** The rest of the entry, Markdown. */
  readonly notes: string;
}

/** CHANGELOG.md cannot be read or extended; the message says what is wrong and how to fix it. */
export class ChangelogError extends Error {
  override readonly name = 'ChangelogError';
}

const UNRELEASED = '## Unreleased';
const HEADING = /^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/;
const CONTENT = /^Content of (\d{4}-\d{2}-\d{2}), revision `([0-9a-f]+)`\.$/;

/** Sections of the file: what stands before the first heading, and each heading with its lines. */
function splitSections(text: string): {
  head: string;
  sections: { title: string; body: string }[];
} {
  const [head = '', ...rest] = text.split(/^(?=## )/m);
  const sections = rest.map((section) => {
    const end = section.indexOf('\n');
    return end === -1
      ? { title: section, body: '' }
      : { title: section.slice(0, end).trimEnd(), body: section.slice(end + 1).trim() };
  });
  return { head, sections };
}

/**
 * The released versions, newest first as they stand.
 * @throws {ChangelogError} for a heading that is neither `Unreleased` nor a version with its date
 */
export function parseChangelog(text: string): ReleaseEntry[] {
  return splitSections(text).sections.flatMap(({ title, body }) => {
    if (title === UNRELEASED) return [];
    const heading = HEADING.exec(title);
    if (heading?.[1] === undefined || parseVersion(heading[1]) === undefined) {
      throw new ChangelogError(
        `CHANGELOG.md has the heading "${title}"; expected "${UNRELEASED}" or "## 1.2.0 (2027-01-15)"; correct the heading, or make it a lower one (###)`,
      );
    }
    const [first = '', ...rest] = body.split('\n');
    const content = CONTENT.exec(first);
    return [
      {
        version: heading[1],
        date: heading[2] ?? '',
        ...(content === null
          ? {}
          : { content: { date: content[1] ?? '', commit: content[2] ?? '' } }),
        notes: content === null ? body : rest.join('\n').trim(),
      },
    ];
  });
}

/** What a release adds to the changelog. */
export interface NewRelease {
  readonly version: string;
  readonly date: string;
  readonly content: { readonly date: string; readonly commit: string };
  /** What the data say about themselves, Markdown with headings of the third level. */
  readonly generated: string;
}

/**
 * The changelog with a release below an emptied “Unreleased”: first what people wrote there, then
 * what was generated. Nothing of what stood there is lost or changed.
 * @throws {ChangelogError} without a section “Unreleased” on top, or when the version is there already
 */
export function addRelease(text: string, release: NewRelease): string {
  const { head, sections } = splitSections(text);
  const [top, ...older] = sections;
  if (top?.title !== UNRELEASED) {
    throw new ChangelogError(
      `CHANGELOG.md begins with "${top?.title ?? 'nothing'}"; expected "${UNRELEASED}" as its first section; add that heading above the last release`,
    );
  }
  if (parseChangelog(text).some(({ version }) => version === release.version)) {
    throw new ChangelogError(
      `CHANGELOG.md has a section ${release.version} already; expected a new version; choose another with --version`,
    );
  }
  const { version, date, content, generated } = release;
  const parts = [
    `${head.trimEnd()}\n\n${UNRELEASED}`,
    `## ${version} (${date})`,
    `Content of ${content.date}, revision \`${content.commit}\`.`,
    top.body,
    generated.trim(),
    ...older.map(({ title, body }) => `${title}\n\n${body}`),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
