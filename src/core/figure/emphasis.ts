import type { FigureSeries, StyleRole } from './figure-spec.ts';

/** How strongly a series is drawn: what no longer counts is thin and empty. */
export const chooseEmphasis = (one: FigureSeries): Pick<StyleRole, 'weight' | 'fill'> => ({
  weight: one.isSuperseded || one.derivedBy === 'reinterpretation' ? 'thin' : 'normal',
  fill: chooseFill(one),
});

function chooseFill(one: FigureSeries): StyleRole['fill'] {
  if (one.layer === 'favoured') return 'hatched';
  const isExcluding = one.status === 'observed' && one.mark.kind !== 'markers';
  const isAside = one.isSuperseded || one.layer === 'compilation' || one.layer === 'recast';
  if (!isExcluding || isAside) return 'none';
  return one.isEe ? 'light' : 'grey';
}
