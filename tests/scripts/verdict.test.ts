import { describe, expect, it } from 'vitest';
import { runHere } from '../fixtures/run-here.ts';
import { runScript, type ScriptRun } from '../fixtures/run-script.ts';

const run = (args: readonly string[], input = ''): Promise<ScriptRun> =>
  runHere('scripts/verdict.ts', args, { input });

const PLANE = ['--plane', 'dark-photon-visible'];

describe('npm run verdict', () => {
  it('answers one point as a JSON line, as a process of its own', async () => {
    const args = [...PLANE, '--mass', '0.5', '--value', '1e-3'];
    const { code, out } = await runScript('scripts/verdict.ts', args);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toContain('"state":"excluded"');
    expect(out).toContain('babar-2014-dark-photon');
  });

  it('answers a stream, reports bad rows with their line, and exits with 1', async () => {
    const { code, out, err } = await run(
      [...PLANE, '--format', 'csv'],
      'mass,value\n0.5,1e-3\nabc,1\n2,1e-9\n1\n',
    );
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',')[3]),
    ).toEqual(['state', 'excluded', 'allowed']);
    expect(err).toContain('line 3: found "abc" as mass, expected a plain decimal number');
    expect(err).toContain('line 5: found 1 cell');
    expect(err).toContain('2 points answered, 2 rows not understood');
  });

  it('narrows to e+e- colliders, own results and a date', async () => {
    const limitsOf = async (...args: string[]): Promise<string> =>
      (await run([...PLANE, '--mass', '0.5', '--value', '1e-2', ...args])).out;
    expect(await limitsOf('--scope', 'ee')).not.toContain('lhcb');
    // Superseded in 2014, and so back in for a date before.
    expect(await limitsOf('--as-of', '2013')).toMatch(/^(?!.*babar-2014).*babar-2009/);
    expect(await limitsOf('--as-of', '2013', '--own-only')).not.toContain('babar-2009');
  }, 60_000);

  it('reads a curve and answers with exact ranges of mass', async () => {
    const { code, out } = await run([...PLANE, '--scope', 'ee', '--curve'], '1,1e-2\n2,1e-2\n');
    expect(code).toBe(0);
    const ranges = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { from: number; to: number; state: string });
    // The window around the phi is a gap; above it the curve is excluded to its end.
    expect(ranges.map(({ state }) => state)).toEqual(['gap', 'excluded']);
    expect(ranges[0]?.from).toBe(1);
    expect(ranges[0]?.to).toBe(ranges[1]?.from);
    expect(ranges[1]?.to).toBeCloseTo(2, 12);
  });

  it('answers nothing for a curve with a row out of order, and says which', async () => {
    const { code, out, err } = await run([...PLANE, '--curve'], '2,1e-2\n1,1e-2\n');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('line 2: found the point 1, 0.01 after mass 2');
  });

  it('refuses a wrong call with exit code 2 and says what is right', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /add --plane ID/],
      [
        ['--plane', 'dark-foton-visible', '--mass', '1', '--value', '1'],
        /did you mean "dark-photon-visible"/,
      ],
      [[...PLANE, '--mass', '1'], /both --mass and --value/],
      [[...PLANE, '--mass', '1,5', '--value', '1'], /"1,5"; expected a plain decimal number/],
      [[...PLANE, '--scope', 'lab'], /expected laboratory or ee/],
      [[...PLANE, '--level', '0.9'], /expected all or 0.90 or 0.95/],
      [[...PLANE, '--as-of', '2014-13'], /expected a year or a month/],
      [[...PLANE, '--colour', 'red'], /Unknown option/],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = await run(args);
      expect(code, args.join(' ')).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(message);
    }
  }, 60_000);
});
