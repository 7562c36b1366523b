import type { ReleaseEntry } from '../release/changelog.ts';

/** What a released version says of one limit. */
export interface ReleasedChange {
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** A sentence without its full stop. */
  readonly text: string;
}

/** Lists of the section “Limits” (`release-notes.ts` writes them) that say that a limit changed. */
const LISTS: Readonly<Record<string, string>> = {
  'Numbers changed': 'numbers changed: ',
  'Facts changed': 'facts changed: ',
  Superseded: 'superseded ',
};

/** What the released versions say changed in limits, by id, newest first as the versions are. */
export function listReleasedChanges(
  releases: readonly ReleaseEntry[],
): ReadonlyMap<string, readonly ReleasedChange[]> {
  const changes = new Map<string, ReleasedChange[]>();
  for (const { version, date, notes } of releases) {
    for (const [id, texts] of Map.groupBy(readLimits(notes), ([id]) => id)) {
      const text = texts.map(([, text]) => text).join('; ');
      changes.set(id, [...(changes.get(id) ?? []), { version, date, text }]);
    }
  }
  return changes;
}

/** Ids and what is said of them, from the Markdown of one version. */
function readLimits(notes: string): (readonly [id: string, text: string])[] {
  const [, section = ''] = /^### Limits\n([\s\S]*?)(?=^### |$(?![\s\S]))/m.exec(notes) ?? [];
  let prefix: string | undefined;
  return section.split('\n').flatMap((line) => {
    const title = /^([A-Z][a-z ]+) \(\d+\):$/.exec(line)?.[1];
    if (title !== undefined) prefix = LISTS[title];
    const [, id, text = ''] = /^- `([^`]+)`:? ?(.*)$/.exec(line) ?? [];
    return id === undefined || prefix === undefined
      ? []
      : [[id, `${prefix}${text.replaceAll('`', '')}`] as const];
  });
}
