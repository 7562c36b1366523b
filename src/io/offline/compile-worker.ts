import { build } from 'esbuild';
import type { BuildFacts } from '../../core/offline/build-facts.ts';

/** Programs that a browser runs beside the pages; layers above this one, so that only their names are known here. */
const WORKER = 'src/components/offline/service-worker.ts';
const KILL_SWITCH = 'src/components/offline/kill-switch.ts';

/** The worker of a build: one script without imports, which knows what build it is of. */
export async function compileWorker(facts: BuildFacts): Promise<string> {
  return `self.BUILD=${JSON.stringify(facts)};\n${await compile(WORKER)}`;
}

/** What takes its place where there shall be none any more. */
export const compileKillSwitch = (): Promise<string> => compile(KILL_SWITCH);

async function compile(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
