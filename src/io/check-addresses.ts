import type { Catalogue } from '../core/catalogue.ts';
import { findPermalinkFault } from '../core/release/permalinks.ts';
import { checkRedirects } from '../core/release/redirects.ts';
import { PERMALINKS_FILE, REDIRECTS_FILE, STATUS_FILE } from '../core/release/site-files.ts';
import type { Message } from '../core/message.ts';
import { Redirects } from '../core/schema/redirects.ts';
import type { Redirect } from '../core/schema/redirects.ts';
import { SiteStatus } from '../core/schema/site-status.ts';
import type { YamlRead } from './read-yaml-file.ts';
import { readYamlFile } from './read-yaml-file.ts';

type Texts = ReadonlyMap<string, string>;

/** Redirects of a content folder; none where the file is absent or faulty. */
export const readRedirects = (texts: Texts): YamlRead<readonly Redirect[]> =>
  readYamlFile(texts, REDIRECTS_FILE, Redirects, []);

/** Whether the catalogue is kept up to date. */
export const readStatus = (texts: Texts): YamlRead<SiteStatus> =>
  readYamlFile(texts, STATUS_FILE, SiteStatus, { mode: 'active' });

/** What is wrong with the list of released addresses, the redirects and the status. */
export function checkAddresses(texts: Texts, catalogue: Catalogue): Message[] {
  const redirects = readRedirects(texts);
  const faults = [...checkRedirects(redirects.value, catalogue)].map(
    ({ index, key, ...rest }): Message => {
      const line = redirects.lineOf([index, key]);
      const place = { file: REDIRECTS_FILE, ...(line === undefined ? {} : { line }) };
      return { rule: 'redirects', severity: 'error', ...place, ...rest };
    },
  );
  const permalinks = findPermalinkFault(texts.get(PERMALINKS_FILE) ?? '');
  return [
    ...redirects.messages,
    ...faults,
    ...readStatus(texts).messages,
    ...(permalinks === undefined
      ? []
      : [{ rule: 'permalinks', severity: 'error', file: PERMALINKS_FILE, ...permalinks } as const]),
  ];
}
