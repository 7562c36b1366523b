import { expect, type Locator, type Page } from '@playwright/test';
import { bringReader, waitForWhole } from './bring-reader.ts';
import type { DpFigure } from '../../src/components/figure/dp-figure.ts';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';

/** What a figure in use says of itself. */
export interface Drawn {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly units: readonly [string, string];
  readonly limits: readonly string[];
  readonly labels: readonly string[];
  readonly isExact: boolean;
  readonly frame: { left: number; top: number; width: number; height: number };
}

/** The first figure of the page, in use. */
export async function openFigure(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  await bringReader(page);
  await waitForWhole(page);
  const figure = page.locator('dp-figure').first();
  await figure.scrollIntoViewIfNeeded();
  // A busy machine takes its time; how long an idle one does, the bench measures.
  await expect(figure).toHaveClass(/is-interactive/, { timeout: 20_000 });
  return figure;
}

export const readDrawn = (figure: Locator): Promise<Drawn> =>
  figure.evaluate((element) => {
    const { mounted } = element as DpFigure;
    if (mounted === undefined) throw new Error('The figure is not in use.');
    const { shown, isExact } = mounted.model;
    return {
      x: shown.x.range,
      y: shown.y.range,
      units: [shown.x.unit, shown.y.quantity],
      limits: shown.series.map(({ limit }) => limit),
      labels: shown.series.map(({ label }) => label),
      isExact,
      frame: mounted.chart.getFrame(),
    };
  });

/** The figure as it is shown, whole. */
export const readShown = (figure: Locator): Promise<FigureSpec> =>
  figure.evaluate((element) => {
    const { mounted } = element as DpFigure;
    if (mounted === undefined) throw new Error('The figure is not in use.');
    return mounted.model.shown;
  });

/** Opens a panel under the figure. */
export async function openPanel(figure: Locator, title: string): Promise<Locator> {
  const tab = figure.locator('.figure-tabs button', { hasText: title });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-expanded', 'true');
  return figure.locator(`.figure-panel[aria-label="${title}"]`);
}
