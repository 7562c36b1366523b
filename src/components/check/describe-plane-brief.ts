import { mustGet } from '../../core/catalogue.ts';
import type { Catalogue, Limit, PlaneEntry } from '../../core/catalogue.ts';
import { combine } from '../../core/combine/combine.ts';
import { isInScope } from '../../core/combine/inputs.ts';
import { formatBibtex } from '../../core/formats/bibtex.ts';
import { listPapers } from '../../core/formats/citing/limit-keys.ts';
import { flattenBrief } from '../../core/query/revive-brief.ts';
import { briefOf } from '../../core/query/verdict.ts';
import type { Brief } from '../../core/query/verdict.ts';
import type { Axis } from '../../core/schema/index.ts';
import type { ContentVersion } from '../../core/release/content-version.ts';
import { formatUnit } from '../format.ts';
import { referenceOf, shortLabel } from '../relations.ts';
import { renderTex, toPlainTitle } from '../tex.ts';
import type { AxisWords, LimitWords, PlaneBrief } from './plane-brief.ts';

/** A plane's limits of every laboratory at every level, with the words a verdict about them needs. */
export function describePlaneBrief(
  plane: PlaneEntry,
  catalogue: Catalogue,
  version: ContentVersion,
): PlaneBrief {
  const combination = combine(plane, catalogue, 'laboratory', 'all');
  const { inputs } = combination;
  const papers = new Set(inputs.flatMap((limit) => listPapers(limit, catalogue)));
  return {
    contentVersion: `${version.date} ${version.commit}`,
    title: toPlainTitle(plane.title),
    mass: describeAxis(plane.x, catalogue),
    value: describeAxis(plane.y, catalogue),
    limits: Object.fromEntries(inputs.map((limit) => [limit.id, describeLimit(limit, catalogue)])),
    bibtex: Object.fromEntries([...papers].map((paper) => [paper.key, formatBibtex(paper)])),
    brief: flattenBrief(dropGrids(briefOf(combination, catalogue))),
  };
}

/** Grids need a third number, so that no verdict reads them: megabytes that stay here. */
const dropGrids = ({ plane, limits }: Brief): Brief => ({
  plane,
  limits: limits.map((limit) =>
    limit.geometry.kind === 'grid'
      ? { ...limit, geometry: { ...limit.geometry, slices: [] } }
      : limit,
  ),
});

function describeAxis({ quantity, range }: Axis, { quantities }: Catalogue): AxisWords {
  const { name, symbol, plain, unit } = mustGet(quantities, quantity);
  return { name, html: renderTex(symbol), plain, unit: formatUnit(unit), range };
}

function describeLimit(limit: Limit, catalogue: Catalogue): LimitWords {
  const paper = findPaper(limit, catalogue);
  return {
    label: toPlainTitle(shortLabel(limit, catalogue)),
    title: toPlainTitle(limit.title),
    isEe: isInScope(limit, 'ee', catalogue),
    cites: listPapers(limit, catalogue).map(({ key }) => key),
    ...(paper === undefined ? {} : { paper }),
  };
}

function findPaper(limit: Limit, catalogue: Catalogue): LimitWords['paper'] {
  const { eprint, doi } = referenceOf(limit, catalogue) ?? {};
  if (eprint !== undefined)
    return { text: `arXiv:${eprint}`, href: `https://arxiv.org/abs/${eprint}` };
  return doi === undefined ? undefined : { text: `doi:${doi}`, href: `https://doi.org/${doi}` };
}
