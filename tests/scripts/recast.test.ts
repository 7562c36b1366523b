import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function recast(...args: string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run('node', ['scripts/recast.ts', ...args], {
      maxBuffer: 1e8,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run recast', () => {
  it('writes rows for scripts and says on the side what it left out', async () => {
    const { code, stdout, stderr } = await recast('--to', 'b-minus-l', '--kind', 'all');
    expect(code).toBe(0);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect(header).toBe('limit,segment,mass,lower,upper');
    expect(rows.length).toBeGreaterThan(10_000);
    for (const row of rows) expect(row).toMatch(/^[a-z0-9-]+,\d+,[\d.e-]+,[\d.e-]+,([\d.e+-]+)?$/);
    // The first point of BaBar 2014: three neutrinos beside the electron pair.
    expect(rows.find((row) => row.startsWith('babar-2014-dark-photon,1,0.020241,'))).toMatch(
      /,0\.0008368\d+,$/,
    );
    expect(stderr).toContain('left out cms-2023-dark-photon-mumu: the shares');
    expect(stderr).toMatch(/recast: \d+ limits to B−L boson \(\d+ ms\)/);
  });
  it('takes charges of one’s own, which for those of B−L gives the same', async () => {
    const charges =
      'e=-1,mu=-1,tau=-1,nue=-1,numu=-1,nutau=-1,u=0.333333333333333,d=0.333333333333333,s=0.333333333333333,c=0.333333333333333,b=0.333333333333333';
    const { stdout } = await recast('--to', 'own', '--charges', charges);
    const row = stdout
      .split('\n')
      .find((line) => line.includes('babar-2014-dark-photon,1,0.020241'));
    expect(Number(row?.split(',')[3]) / 8.3681e-4).toBeCloseTo(1, 4);
  });
  it.each([
    [[], '--to MODEL is missing.'],
    [['--to', 'b-minus'], 'There is no model "b-minus"; did you mean "b-minus-l"?'],
    [['--to', 'own', '--charges', 'e=0'], 'All charges are zero'],
    [['--to', 'own', '--charges', 'e=1,x=2'], '"x" is no fermion; expected e, mu'],
    [['--to', 'b-boson', '--decays', 'all'], '--decays is "all"; expected standard or dark.'],
  ])('refuses the call %j', async (args, message) => {
    const { code, stdout, stderr } = await recast(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
