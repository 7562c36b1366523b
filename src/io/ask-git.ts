import { execFileSync } from 'node:child_process';

/** What git prints, without blanks at its ends; undefined where it fails, is missing or knows no repository here. */
export function askGit(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** True where the history is cut off because the clone is shallow. */
export const isShallow = (folder: string): boolean =>
  askGit(folder, 'rev-parse', '--is-shallow-repository') === 'true';
