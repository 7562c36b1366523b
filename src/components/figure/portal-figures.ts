import type { FigureSpec } from '../../core/figure/figure-spec.ts';
import { PortalId } from '../../core/schema/index.ts';
import { getCatalogue } from '../../io/site.ts';
import { relate } from '../relations.ts';
import { toPlainTitle } from '../tex.ts';
import { getPlaneFigure } from './figure-data.ts';

/** A portal with the figure of the plane it is known by. */
export interface PortalFigure {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly figure: FigureSpec;
}

/** The portals that have a chapter and a plane, in their order. */
export async function listPortalFigures(): Promise<PortalFigure[]> {
  const { catalogue } = await getCatalogue();
  const { planesByPortal } = relate(catalogue);
  const portals = PortalId.options.map(async (id) => {
    const entry = catalogue.portals.get(id);
    // A plane is listed under every portal it serves; its first is the one it stands for.
    const plane = (planesByPortal.get(id) ?? []).find(({ portals }) => portals[0] === id);
    if (entry === undefined || plane === undefined) return [];
    return [
      {
        id,
        title: toPlainTitle(entry.title),
        summary: toPlainTitle(entry.summary),
        figure: await getPlaneFigure(plane.id),
      },
    ];
  });
  return (await Promise.all(portals)).flat();
}
