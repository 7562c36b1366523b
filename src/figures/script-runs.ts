import type { MathRun } from '../core/figure/plain-math.ts';

/** Letters of scripts, as a share of the text's [1]. */
export const SCRIPT_SIZE = 0.72;

/** How far a script stands below the line, as a share of the letters' size [1]. */
export const findScriptDrop = ({ script }: Pick<MathRun, 'script'>): number =>
  script === 'sub' ? 0.24 : script === 'sup' ? -0.38 : 0;
