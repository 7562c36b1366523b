import type { ContentHistory, FileHistory, Moment } from '../core/feeds/content-history.ts';
import { askGit, isShallow } from './ask-git.ts';

const CONTENT = 'content/';

/**
 * When each file of the content came in and changed, from one walk of git's history. Never throws: where
 * there is no history, or where a shallow clone cuts it off, dates are unknown and the gap says so.
 */
export function readContentHistory(folder: string): ContentHistory {
  const log = askGit(
    folder,
    ...['log', '--reverse', '--topo-order', '--no-show-signature', '--relative', '-M90%'],
    ...['--name-status', '--format=%x00%H %P%x00%cI', '--', CONTENT],
  );
  if (log === undefined || log === '') return { files: new Map(), gap: 'no-history' };
  const isCutOff = isShallow(folder);
  const files = new Map<string, FileHistory>();
  for (const { moment, isRoot, changes } of parseLog(log)) {
    // Where a shallow clone begins, every file looks as if it had just come in.
    for (const change of changes) applyChange(files, change, moment, isCutOff && isRoot);
  }
  return { files, ...(isCutOff ? { gap: 'shallow' } : {}) };
}

interface Commit {
  readonly moment: Moment;
  /** True for a commit without a parent here. */
  readonly isRoot: boolean;
  /** A letter, the path, and for renamed files the new path. */
  readonly changes: readonly (readonly string[])[];
}

function parseLog(log: string): Commit[] {
  const [, ...parts] = log.split('\0');
  return parts.flatMap((head, i) => {
    if (i % 2 === 1) return [];
    const [commit = '', ...parents] = head.split(' ').filter(Boolean);
    const [time = '', ...lines] = (parts[i + 1] ?? '').split('\n');
    const changes = lines.filter((line) => line !== '').map((line) => line.split('\t'));
    return [{ moment: { time: toUtc(time), commit }, isRoot: parents.length === 0, changes }];
  });
}

const toUtc = (time: string): string => new Date(time).toISOString().replace('.000Z', 'Z');

function applyChange(
  files: Map<string, FileHistory>,
  change: readonly string[],
  moment: Moment,
  isCutOff: boolean,
): void {
  const [kind = '', ...paths] = change;
  const letter = kind.slice(0, 1);
  const [path = '', renamed = ''] = paths.map((part) => part.slice(CONTENT.length));
  const known = files.get(path);
  if (letter === 'R') {
    files.delete(path);
    const history = known ?? { origin: path };
    // What only got another name is what it was.
    files.set(renamed, kind === 'R100' ? history : { ...history, changed: moment });
  } else if (known !== undefined) {
    // A file that went and came back is the one it was.
    if (letter !== 'D') files.set(path, { ...known, changed: moment });
  } else if (isCutOff) {
    files.set(path, { origin: path });
  } else if (letter === 'A' || letter === 'M') {
    files.set(path, {
      origin: path,
      changed: moment,
      ...(letter === 'A' ? { added: moment } : {}),
    });
  }
}
