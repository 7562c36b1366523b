import { gzipSync } from 'node:zlib';
import { expect, type Page, type Request, test } from '@playwright/test';
import type { DpFigure } from '../../src/components/figure/dp-figure.ts';
import { PALETTE } from '../../src/figures/palette.ts';
import { openFigure } from './figure-page.ts';
import { PAGES } from './page-kinds.ts';

const KINDS = {
  'one-sided curves, islands, bands and lines': PAGES.plane,
  contours: PAGES['plane with contours'],
  grids: PAGES['plane of a grid'],
  'tested points': '/planes/br-jpsi-gamma-a-to-invisible/',
  'a limit over its plane': PAGES.limit,
} as const;

interface Comparison {
  /** Share of pixels that differ visibly. */
  readonly share: number;
  /** Colours of the probed points in each drawing. */
  readonly probes: readonly { readonly static: string; readonly canvas: string }[];
}

/** Compares two pictures of the same size, whole and around some points. */
const compare = (
  page: Page,
  [first, second]: readonly [Buffer, Buffer],
  points: readonly (readonly [number, number])[],
): Promise<Comparison> =>
  page.evaluate(
    async ({ files, places }) => {
      const read = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const paint = canvas.getContext('2d');
        if (paint === null) throw new Error('no canvas');
        paint.drawImage(image, 0, 0);
        return paint.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [a, b] = await Promise.all(files.map(read));
      if (a === undefined || b === undefined) throw new Error('two pictures are compared');
      let different = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        const away = [0, 1, 2].reduce(
          (sum, c) => sum + Math.abs((a.data[i + c] ?? 0) - (b.data[i + c] ?? 0)),
          0,
        );
        if (away > 90) different += 1;
      }
      // The most saturated pixel near a point is the line that runs through it.
      const probe = ({ data, width }: ImageData, [px = 0, py = 0]: readonly number[]): string => {
        let best = [0, 0, 0];
        let saturation = -1;
        for (let y = Math.round(py) - 2; y <= py + 2; y++) {
          for (let x = Math.round(px) - 2; x <= px + 2; x++) {
            const at = (y * width + x) * 4;
            const rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
            const own = Math.max(...rgb) - Math.min(...rgb);
            if (own > saturation) [best, saturation] = [rgb, own];
          }
        }
        return best.join();
      };
      return {
        share: different / (a.data.length / 4),
        probes: places.map((point) => ({ static: probe(a, point), canvas: probe(b, point) })),
      };
    },
    { files: [first.toString('base64'), second.toString('base64')], places: points },
  );

const distance = (a: string, b: string): number => {
  const [first, second] = [a.split(',').map(Number), b.split(',').map(Number)];
  return Math.max(...first.map((value, i) => Math.abs(value - (second[i] ?? 0))));
};

for (const [kind, path] of Object.entries(KINDS)) {
  test(`the static and the interactive drawing agree on ${kind}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1100 });
    const figure = await openFigure(page, path);
    const stage = figure.locator('.figure-stage');
    const drawn = await figure.evaluate((element) => {
      const { mounted } = element as DpFigure;
      if (mounted === undefined) throw new Error('not in use');
      const frame = mounted.chart.getFrame();
      const scale = mounted.chart.getScale();
      const inFrame = ([x, y]: readonly [number, number]): boolean =>
        x > 6 && y > 6 && x < frame.width - 6 && y < frame.height - 6;
      const series = mounted.chart.getScene().series.map(({ series: one, edges, markers }) => {
        const points = [...edges.flat(), ...markers]
          .map(([x, y]) => [x * scale, y * scale] as const)
          .filter(inFrame);
        const middle = points[Math.floor(points.length / 2)];
        return {
          limit: one.limit,
          hue: one.style.hue,
          shade: one.style.shade,
          isSolid: one.style.line === 'solid' && one.mark.kind !== 'markers',
          at: middle && ([middle[0] + frame.left, middle[1] + frame.top] as const),
        };
      });
      return { series, frame };
    });
    const canvas = await stage.screenshot();
    await page
      .addStyleTag({
        content:
          '.is-interactive .figure-stage>svg{opacity:1!important}.figure-canvas{display:none!important}',
      })
      .catch(async () => {
        // The policy of the page forbids it: the same by hand.
        await figure.evaluate((element) => {
          element.classList.remove('is-interactive');
          element
            .querySelector<HTMLElement>('.figure-canvas')
            ?.style.setProperty('display', 'none');
        });
      });
    await expect(figure.locator('.figure-wide')).toBeVisible();
    const still = await stage.screenshot();
    // Frame, in the units of the static drawing.
    const box = await figure.locator('.figure-wide').evaluate((svg) => {
      const rect = svg.querySelector('.dpf-frame')?.getBoundingClientRect();
      const own = svg.getBoundingClientRect();
      return (
        rect && {
          left: rect.left - own.left,
          top: rect.top - own.top,
          width: rect.width,
          height: rect.height,
        }
      );
    });
    for (const side of ['left', 'top', 'width', 'height'] as const)
      expect(Math.abs((box?.[side] ?? NaN) - drawn.frame[side]), side).toBeLessThan(1.5);
    const coloured = drawn.series.filter(
      ({ hue, isSolid, at }) =>
        isSolid &&
        at !== undefined &&
        hue !== 'laboratory' &&
        hue !== 'context' &&
        hue !== 'astro-cosmo',
    );
    const { share, probes } = await compare(
      page,
      [still, canvas],
      coloured.flatMap(({ at }) => (at === undefined ? [] : [at])),
    );
    // What smoothing makes of the thousand spikes of a jagged curve differs, nothing else.
    expect(share).toBeLessThan(0.03);
    const wrong = coloured.flatMap(({ limit, hue, shade }, i) => {
      const found = probes[i];
      const wanted = PALETTE[hue].light.line[shade];
      const rgb = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16)).join();
      const isRight =
        found !== undefined && distance(found.static, rgb) < 70 && distance(found.canvas, rgb) < 70;
      return isRight ? [] : [`${limit}: ${JSON.stringify(found)}, wanted ${rgb}`];
    });
    // Curves under others may be hidden at their middle: most must show.
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(Math.floor(coloured.length / 3));
  });
}

test('the figure with the most curves: at most 100 kB of code and 250 kB of data, compressed', async ({
  page,
}) => {
  const sizes = { code: 0, data: 0 };
  const asked: Request[] = [];
  page.on('request', (request) => asked.push(request));
  // What every page has has budgets of its own (src/core/quality/budgets.ts).
  await page.goto(PAGES.quality, { waitUntil: 'networkidle' });
  const ofEveryPage = new Set(asked.splice(0).map((request) => request.url()));
  await openFigure(page, PAGES.plane);
  await page.waitForLoadState('networkidle');
  for (const request of asked) {
    const isCode = request.resourceType() === 'script' && !ofEveryPage.has(request.url());
    const isData = request.url().includes('/figures/');
    if (!isCode && !isData) continue;
    const body = await (await page.request.get(request.url())).body();
    sizes[isCode ? 'code' : 'data'] += gzipSync(body, { level: 9 }).length;
  }
  expect(sizes.code).toBeGreaterThan(20_000);
  expect(sizes.data).toBeGreaterThan(20_000);
  expect(sizes.code).toBeLessThanOrEqual(100_000);
  expect(sizes.data).toBeLessThanOrEqual(250_000);
});
