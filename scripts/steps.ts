import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A command that a longer one runs. */
export interface Step {
  readonly name: string;
  /** Program below `node_modules/.bin` or on PATH, and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs, if not here. */
  readonly folder?: string;
  /** True to keep standard output free: what it says goes to standard error. */
  readonly isAside?: boolean;
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
  console.error(describeEnd(step, code, seconds));
  return { ok: code === 0, seconds };
}

/**
 * Runs lanes of steps side by side, the steps of a lane in order and all of them even after a failure.
 * What a step says is kept until it ends, so that the reports of two lanes do not mix.
 */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<StepResult[]> {
  const results = await Promise.all(
    lanes.map(async (steps) => {
      const lane: StepResult[] = [];
      for (const step of steps) lane.push(await runQuietly(step));
      return lane;
    }),
  );
  return results.flat();
}

async function runQuietly(step: Step): Promise<StepResult> {
  const started = performance.now();
  const output: Uint8Array[] = [];
  const code = await run(step, output);
  const seconds = (performance.now() - started) / 1000;
  console.error(`\n── ${step.name}`);
  process.stderr.write(Buffer.concat(output));
  console.error(describeEnd(step, code, seconds));
  return { ok: code === 0, seconds };
}

const describeEnd = ({ name }: Step, code: number, seconds: number): string =>
  `── ${name}: ${code === 0 ? 'done' : `failed (exit ${String(code)})`} in ${seconds.toFixed(1)} s`;

/** A step has failed; what it said of it has been shown. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

/** @throws {StepError} when the step fails */
export async function requireStep(step: Step): Promise<void> {
  const { ok } = await runStep(step);
  if (!ok) throw new StepError(`${step.name} failed`);
}

/** Runs steps in order and ends the process at the first that fails. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const { ok } = await runStep(step);
    if (!ok) process.exit(1);
  }
}

/** Commands that run. */
const running = new Set<ChildProcess>();

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whoever ends this process ends the commands it has started; its exit code is that of a signal. */
function stop(signal: (typeof SIGNALS)[number]): void {
  for (const child of running) child.kill(signal);
  process.exit(128 + constants.signals[signal]);
}

function watchSignals(child: ChildProcess): void {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  running.add(child);
  child.on('close', () => {
    running.delete(child);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, stop);
  });
}

/** Exit code of a step's command; its output goes to the terminal, or into `output` where that is given. */
function run(step: Step, output?: Uint8Array[]): Promise<number> {
  const { command, env, folder, isAside = false } = step;
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(folder === undefined ? {} : { cwd: folder }),
      stdio:
        output === undefined
          ? ['inherit', isAside ? process.stderr.fd : 'inherit', 'inherit']
          : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Uint8Array) => output?.push(chunk));
    watchSignals(child);
    child.on('error', reject);
    // Closed, not only ended: everything it said has been read.
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

export const CHECK: Step = { name: 'check the data', command: ['node', 'scripts/check.ts'] };
export const COMBINE: Step = {
  name: 'combine the limits',
  command: ['node', 'scripts/combine.ts'],
};
/** Builds the site: in a folder of its own, and in `dist/` only when it is finished. */
export const BUILD: Step = { name: 'build the site', command: ['node', 'scripts/build.ts'] };
