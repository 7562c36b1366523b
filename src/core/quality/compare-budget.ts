import type { PageBudget } from './budgets.ts';
import { MOST_FIGURE_SCRIPT_KILOBYTES, MOST_SCRIPT_KILOBYTES } from './budgets.ts';
import type { QualityFigure } from './quality-report.ts';

/** A file that a page loads, and its compressed size [B]. */
interface LoadedFile {
  readonly path: string;
  readonly bytes: number;
}

/** The parts of a page that was weighed which have a budget. */
export interface PageParts {
  readonly files: readonly LoadedFile[];
  readonly scripts: readonly LoadedFile[];
  readonly figureScripts: readonly LoadedFile[];
  readonly elements: number;
}

/** What a page weighs beside its budget, with the largest file as the culprit. */
export function compareBudget(page: string, parts: PageParts, budget: PageBudget): QualityFigure[] {
  const weight = (what: string, files: readonly LoadedFile[], most: number): QualityFigure => {
    const [largest] = files.toSorted((a, b) => b.bytes - a.bytes);
    return {
      what,
      page,
      value: toKilobytes(files.reduce((sum, { bytes }) => sum + bytes, 0)),
      unit: 'kB',
      most,
      ...(largest === undefined
        ? {}
        : { culprit: `${largest.path}, ${String(toKilobytes(largest.bytes))} kB` }),
    };
  };
  return [
    weight('Everything loaded', parts.files, budget.kilobytes),
    { what: 'Requests', page, value: parts.files.length, most: budget.requests },
    { what: 'Elements', page, value: parts.elements, most: budget.elements },
    weight('JavaScript before interaction', parts.scripts, MOST_SCRIPT_KILOBYTES),
    ...(parts.figureScripts.length === 0
      ? []
      : [weight('JavaScript of the figure', parts.figureScripts, MOST_FIGURE_SCRIPT_KILOBYTES)]),
  ];
}

const toKilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
