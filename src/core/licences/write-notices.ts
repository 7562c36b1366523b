/** Somebody else's work that browsers get with the site. */
export interface ShippedWork {
  readonly name: string;
  /** Empty where the work has none. */
  readonly version: string;
  /** Licence as an SPDX expression or in words. */
  readonly licence: string;
  /** Text of the licence with the notice of its holders. */
  readonly text: string;
}

const RULE = '-'.repeat(72);

/** The notices that licences ask for, of everything that browsers get, as one plain text. */
export const writeNotices = (works: readonly ShippedWork[]): string =>
  [
    'Dark Portals gives browsers, beside its own code (MIT) and content (CC BY 4.0; the numbers of each limit belong\nto their source), the following works of others, some of them in part or changed.',
    works.map(({ name }) => `- ${name}`).join('\n'),
    ...works.map(({ name, version, licence, text }) =>
      [RULE, `${name}${version === '' ? '' : ` ${version}`}: ${licence}`, '', tidy(text)].join(
        '\n',
      ),
    ),
    '',
  ].join('\n\n');

/** Line ends of every system, and blanks that nobody sees, would make two builds differ. */
const tidy = (text: string): string => text.replaceAll(/[^\S\n]*\r?\n/g, '\n').trim();
