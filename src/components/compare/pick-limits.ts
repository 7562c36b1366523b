import type { FigureView } from '../../core/figure/view.ts';

/** The view with a limit picked or put back; the first pick leaves nothing else, and without any all is as it starts. */
export const pickLimit = (view: FigureView, limit: string, isPicked: boolean): FigureView => ({
  ...view,
  only: isPicked
    ? [...new Set([...view.only, limit])]
    : view.only.filter((other) => other !== limit),
});
