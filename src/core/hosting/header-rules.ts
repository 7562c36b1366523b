/** One header of an answer: its name and its value. */
export type Header = readonly [name: string, value: string];

/** Headers that some files of a site are served with. */
export interface HeaderRule {
  /** Folders from the site's root, like `/_astro/`, that the rule is for; every file unless given. */
  readonly in?: readonly string[];
  /** Folders that it is not for. */
  readonly outside?: readonly string[];
  /** Whether hosts that read `_headers` answer like this by themselves, so that it is not said to them. */
  readonly isTheirs?: boolean;
  readonly headers: readonly Header[];
}

/** What a host has to know of a site besides its files. */
export interface HostSettings {
  /** Path the site is served below, with a slash at both ends. */
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  /** Media types by the end of a file's name, the longest end first. */
  readonly mediaTypes: readonly (readonly [end: string, type: string])[];
}

/** Whether a rule is for the file at a path from the site's root. */
export const appliesTo = (rule: HeaderRule, path: string): boolean =>
  (rule.in?.some((folder) => path.startsWith(folder)) ?? true) &&
  rule.outside?.some((folder) => path.startsWith(folder)) !== true;

/**
 * The headers of the file at a path from the site's root. Where two rules have the same header, both values
 * hold, with a comma between them: browsers obey every policy in such a list.
 */
export function listHeaders(rules: readonly HeaderRule[], path: string): Header[] {
  const headers = new Map<string, string>();
  for (const [name, value] of rules.filter((rule) => appliesTo(rule, path)).flatMap(getHeaders)) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return [...headers];
}

const getHeaders = ({ headers }: HeaderRule): readonly Header[] => headers;

/** Whether an answer that there is no such file has the header too: it must not be kept as long as the file would be. */
export const isForErrors = ([name]: Header): boolean => name !== 'Cache-Control';

/** A path or an end of a name as a regular expression that every host reads. */
export const escapePattern = (text: string): string => text.replaceAll(/[.+]/g, String.raw`\$&`);
