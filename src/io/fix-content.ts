import { planRepairs } from '../core/lint/plan-repairs.ts';
import type { RepairNote } from '../core/lint/plan-repairs.ts';
import { checkContent } from './check-content.ts';
import type { CheckResult } from './check-content.ts';
import { readTextOnce } from './read-text-once.ts';
import { writeContribution } from './write-contribution.ts';

/** What was repaired, what was left to a person, and what a check says after it. */
export interface FixResult {
  readonly result: CheckResult;
  readonly done: readonly RepairNote[];
  readonly declined: readonly RepairNote[];
}

/** A repair lets the next check read more: bytes, then cells, then rows. More rounds than that are a mistake. */
const MOST_ROUNDS = 6;

/**
 * Repairs what is mechanical and checks again, until nothing is left to repair. A file is written when all
 * its repairs apply, whole or not at all; digits never change.
 */
export async function fixContent(root: string): Promise<FixResult> {
  const done: RepairNote[] = [];
  for (let round = 1; ; round++) {
    const result = await checkContent(root);
    const textOf = readTextOnce(root);
    const plan = planRepairs(result.messages, textOf);
    const { declined } = plan;
    if (plan.changes.size === 0 || round === MOST_ROUNDS) return { result, done, declined };
    const files = [...plan.changes].map(([path, text]) => ({
      path,
      text,
      before: textOf(path) ?? '',
    }));
    writeContribution(root, files);
    done.push(...plan.done);
  }
}
