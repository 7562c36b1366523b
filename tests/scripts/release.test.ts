import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, makeRepository, writeFiles } from '../fixtures/make-repository.ts';
import { LIMIT_CSV } from '../fixtures/write-content.ts';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const SCRIPT = resolve('scripts/release.ts');

/** Runs the command in a folder. */
function run(folder: string, ...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('npm run release', () => {
  it('prints what changed in the data, alone on standard output, and says what is missing', async () => {
    const { folder, content } = await makeRepository();
    await writeFiles(folder, { 'CHANGELOG.md': '# C\n\n## Unreleased\n\n## 0.1.0 (2026-11-22)\n' });
    await writeFiles(content, {
      [LIMIT_CSV]: 'segment,mass,value\n1,1,1e-4\n1,2,2e-3\n1,3,1e-3\n',
    });
    expect(run(folder, '--notes')).toEqual({
      code: 1,
      out: '',
      err:
        'release: there is no revision v0.1.0 to compare with; git fetch --tags, or name the commit of version 0.1.0 with --since\n' +
        'release: nothing was released\n',
    });
    git(folder, 'tag', 'v0.1.0');
    const { code, out, err } = run(folder, '--notes');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'release: what changed since 0.1.0 (v0.1.0)\n',
    });
    expect(out).toMatch(
      /^### Limits\n\nNumbers changed \(1\):\n\n- `babar-2014-dark-photon`: 1 of 3/,
    );
    expect(out).toContain('### Combined limits');
  });
  it('refuses a wrong call with 2 and its help', async () => {
    const { folder } = await makeRepository();
    for (const [args, reason] of [
      [['--version', 'v1.0'], '"v1.0" is no version; expected three numbers like 1.2.0'],
      [['--date', '2027-02-30'], '--date 2027-02-30 is no date'],
    ] as const) {
      const { code, out, err } = run(folder, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(reason);
      expect(err).toContain('npm run release');
    }
  });
});
