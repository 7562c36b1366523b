import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

export interface MeasuredRun {
  /** Wall-clock time [s]. */
  readonly seconds: number;
  /** Time on all cores together, children included [s]; NaN where the system has no `/proc`. */
  readonly cpuSeconds: number;
  /** Largest resident memory of any process of the command [MB]; NaN where the system has no `/proc`. */
  readonly peakMegabytes: number;
  readonly stdout: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const POLL_MS = 100;
/** Ticks a second of `/proc/<pid>/stat`; 100 on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Runs a command to its end and says what it took.
 * @throws with the end of what it said when it fails
 */
export async function runMeasured(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env }: RunOptions = {},
): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] };
  child.stdout.on('data', (chunk: Uint8Array) => said.stdout.push(chunk));
  child.stderr.on('data', (chunk: Uint8Array) => said.stderr.push(chunk));
  const seen = new Map<number, ProcessUse>();
  const watch = setInterval(() => {
    if (child.pid !== undefined) void watchTree(child.pid, seen);
  }, POLL_MS);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve(status ?? 1);
    });
  }).finally(() => {
    clearInterval(watch);
  });
  const seconds = (performance.now() - started) / 1000;
  const [stdout, stderr] = [said.stdout, said.stderr].map((chunks) =>
    Buffer.concat(chunks).toString('utf8'),
  ) as [string, string];
  if (code !== 0)
    throw new Error(
      `${[program, ...args].join(' ')} failed (exit ${String(code)}):\n${`${stdout}\n${stderr}`.slice(-3000)}`,
    );
  const uses = [...seen.values()];
  return {
    seconds,
    cpuSeconds: uses.length === 0 ? NaN : uses.reduce((sum, use) => sum + use.cpuSeconds, 0),
    peakMegabytes: uses.length === 0 ? NaN : Math.max(...uses.map((use) => use.peakMegabytes)),
    stdout,
  };
}

interface ProcessUse {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Reads what a process and those it started have used until now; nothing where there is no `/proc`. */
async function watchTree(pid: number, seen: Map<number, ProcessUse>): Promise<void> {
  try {
    const [status, stat, threads] = await Promise.all([
      readFile(`/proc/${String(pid)}/status`, 'utf8'),
      readFile(`/proc/${String(pid)}/stat`, 'utf8'),
      readdir(`/proc/${String(pid)}/task`),
    ]);
    const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]);
    // What comes after the name, which may hold anything: state is the third field, user time the 14th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    if (Number.isFinite(peak))
      seen.set(pid, { cpuSeconds: ticks / TICKS, peakMegabytes: peak / 1024 });
    for (const thread of threads) {
      const children = await readFile(`/proc/${String(pid)}/task/${thread}/children`, 'utf8');
      for (const child of children.split(' ').filter((id) => id !== ''))
        await watchTree(Number(child), seen);
    }
  } catch {
    // The process has ended, or there is no such folder on this system.
  }
}
