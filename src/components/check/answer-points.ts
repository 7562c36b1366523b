import { PointsReader } from '../../core/query/read-points.ts';
import type { PointFault, PointRow } from '../../core/query/read-points.ts';
import { judgePoint } from '../../core/query/verdict.ts';
import type { Judge, Verdict, VerdictState } from '../../core/query/verdict.ts';
import type { MassUnit } from './check-state.ts';
import { toGeV } from './check-state.ts';

/** How answers to a list of points are written. */
export const FORMATS = ['csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** What became of a list of points. */
export interface Tally {
  readonly states: Readonly<Record<VerdictState, number>>;
  /** Rows that are not points; the first of them are kept. */
  readonly faultCount: number;
  readonly faults: readonly PointFault[];
}

/** Bad rows that are kept to be shown. */
export const FAULTS_KEPT = 100;

const COLUMNS =
  'line,mass,value,state,limits,limit,reference,cl,margin,marginRate,derivedBy,side,edge,factor';

/** Answers points piece by piece as text arrives; `take` hands over the answers of each piece as text. */
export class PointsAnswerer {
  readonly #judge: Judge;
  readonly #unit: MassUnit;
  readonly #format: Format;
  readonly #reader = new PointsReader();
  readonly #states: Record<VerdictState, number> = {
    excluded: 0,
    allowed: 0,
    gap: 0,
    unmeasured: 0,
    'not-applicable': 0,
  };
  readonly #faults: PointFault[] = [];
  #faultCount = 0;
  #isStarted = false;

  constructor(judge: Judge, unit: MassUnit, format: Format) {
    this.#judge = judge;
    this.#unit = unit;
    this.#format = format;
  }

  /** The answers to the rows that end in this piece of text. */
  take(text: string): string {
    return this.#answer(this.#reader.read(text));
  }

  /** The answers that are left when the text is over. */
  end(): string {
    return this.#answer(this.#reader.end());
  }

  tally(): Tally {
    return { states: { ...this.#states }, faultCount: this.#faultCount, faults: [...this.#faults] };
  }

  #answer(rows: Iterable<PointRow | PointFault>): string {
    let text = this.#isStarted || this.#format === 'jsonl' ? '' : `${COLUMNS}\n`;
    this.#isStarted = true;
    for (const row of rows) {
      if (row.fault !== undefined) {
        this.#faultCount += 1;
        if (this.#faults.length < FAULTS_KEPT) this.#faults.push(row);
        continue;
      }
      const verdict = judgePoint(this.#judge, toGeV(row.mass, this.#unit), row.value);
      this.#states[verdict.state] += 1;
      text += `${formatAnswer(row.line, verdict, this.#format)}\n`;
    }
    return text;
  }
}

/** One answer as a row: every excluding limit in JSON, the strongest (or the nearest) in CSV. */
function formatAnswer(line: number, verdict: Verdict, format: Format): string {
  if (format === 'jsonl') return JSON.stringify({ line, ...verdict });
  const { mass, value, state, by, nearest } = verdict;
  const [strongest] = by;
  return [
    line,
    mass,
    value,
    state,
    by.length,
    strongest?.limit ?? nearest?.limit,
    strongest?.reference,
    strongest?.cl,
    strongest?.margin,
    strongest?.marginRate,
    strongest?.derivedBy,
    nearest?.side,
    nearest?.edge,
    nearest?.factor,
  ]
    .map((cell) => (cell === undefined ? '' : String(cell)))
    .join(',');
}
