import type { FigureAxis } from '../../core/figure/figure-spec.ts';

/** Whether a mass can be carried to and from this axis as it is. */
export const isMassAxis = ({ quantity, unit }: FigureAxis): boolean =>
  unit === 'GeV' && quantity.startsWith('mass');

/** Whether the axis reaches that far [its own unit]. */
export const reaches = ({ range: [from, to] }: FigureAxis, mass: number): boolean =>
  mass >= from && mass <= to;
