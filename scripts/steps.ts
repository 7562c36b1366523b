import { spawn } from 'node:child_process';

/** A command that a longer one runs. */
export interface Step {
  readonly name: string;
  /** Program below `node_modules/.bin` or on PATH, and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly ok: boolean;
  readonly seconds: number;
}

/** Runs a step with its output shown, and says how long it took. */
export async function runStep(step: Step): Promise<StepResult> {
  console.error(`\n── ${step.name}`);
  const started = performance.now();
  const code = await run(step);
  const seconds = (performance.now() - started) / 1000;
  console.error(
    `── ${step.name}: ${code === 0 ? 'done' : `failed (exit ${String(code)})`} in ${seconds.toFixed(1)} s`,
  );
  return { ok: code === 0, seconds };
}

/** Runs steps in order and ends the process at the first that fails. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const { ok } = await runStep(step);
    if (!ok) process.exit(1);
  }
}

function run({ command: [program, ...args], env }: Step): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

export const CHECK: Step = { name: 'check the data', command: ['node', 'scripts/check.ts'] };
export const COMBINE: Step = {
  name: 'combine the limits',
  command: ['node', 'scripts/combine.ts'],
};
export const BUILD: Step = { name: 'build the site', command: ['astro', 'build'] };
export const INDEX: Step = {
  name: 'index for search',
  command: ['pagefind', '--site', 'dist', '--silent'],
};
