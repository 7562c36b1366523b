import { readFile } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import { z } from 'zod';
import type { QualityPart, QualitySection } from '../core/quality/quality-report.ts';
import { QUALITY_PARTS, QualityReport } from '../core/quality/quality-report.ts';
import { writeTogether } from './write-together.ts';

/** What is served as /quality.json and shown on /about/quality/. */
export const QUALITY_FILE = 'public/quality.json';

/**
 * The report that was written last; empty where there is none.
 * @throws where it is not one
 */
export async function readQuality(path: string): Promise<QualityReport> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return QualityReport.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(
      `${path} is not a report that npm run quality writes:\n${why}\nBring it back from git, or remove it and measure again.`,
      { cause: error },
    );
  }
}

/** Puts a new measurement in the place of the last one of its part; the others stay. */
export async function writeQuality(
  path: string,
  part: QualityPart,
  section: QualitySection,
): Promise<void> {
  const report: QualityReport = { ...(await readQuality(path)), [part]: section };
  const ordered = Object.fromEntries(
    QUALITY_PARTS.flatMap(({ id }) => (report[id] === undefined ? [] : [[id, report[id]]])),
  );
  writeTogether([{ path, text: `${JSON.stringify(QualityReport.parse(ordered), null, 2)}\n` }]);
}

/** The kind of machine, for others to compare theirs with: nothing that names it. */
export function describeMachine(): string {
  const processors = cpus();
  const model = (processors[0]?.model ?? 'unknown processor').replaceAll(/\s+/g, ' ').trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${String(processors.length)} × ${model}, ${String(memory)} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}
