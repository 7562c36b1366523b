import type { PixelPath, PixelPoint, Size } from './axis-scale.ts';

/** A text to be placed on a curve, with its extent [px]. Requests come in order of importance. */
export interface LabelRequest {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Curves the label belongs to [px]. */
  readonly edges: readonly PixelPath[];
  /** Closed regions the label may stand in, even-odd [px]. */
  readonly areas: readonly PixelPath[];
  /** Share of the label that edges, by weight, may run through before it is left to the legend. */
  readonly tolerance: number;
  /** Rather left out than placed beyond another curve. */
  readonly isOptional?: boolean;
}

/** An edge that labels should not hide, by how much it matters: 0 not at all, 1 most. */
export interface Obstacle {
  /** Whose curve this is; without it nobody would take a label for this curve's. */
  readonly id?: string;
  readonly path: PixelPath;
  readonly weight: number;
}

export interface PlacedLabel {
  readonly id: string;
  /** Centre [px]. */
  readonly x: number;
  readonly y: number;
  /** Clockwise rotation about the centre [degree]. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  /** The point of its curve, where another curve runs between: a line must lead there [px]. */
  readonly leader?: PixelPoint;
}

const CELL_PX = 3;
const GAP_PX = 3;
const STEP_PX = 9;
/** What hiding all of a label's area would cost: one edge through it outweighs a place further off. */
const HIDING_COST = 150;
/** What every curve between a label and its own costs. */
const CROSSING_COST = 2.5;

/**
 * Places labels greedily, most important first: beside a point of their curve, along its slope or
 * level, or inside their region. A label never overlaps one already placed nor leaves the frame;
 * one that would hide too much of the curves stays out of the result.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  size: Size,
): PlacedLabel[] {
  const ink = rasterise(obstacles, size);
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    let best: PlacedLabel | undefined;
    let bestCost = Infinity;
    const { id, width, height } = request;
    for (const { anchor, penalty, x, y, angle } of listCandidates(request, size)) {
      if (penalty >= bestCost) continue;
      const label: PlacedLabel = { id, x, y, angle, width, height };
      if (!isInside(label, size)) continue;
      const most = Math.min(request.tolerance, (bestCost - penalty) / HIDING_COST);
      const hidden = measureInk(label, ink, most);
      if (hidden === undefined) continue;
      let cost = penalty + hidden * HIDING_COST;
      if (cost >= bestCost) continue;
      // Beyond another curve a label would be taken for that curve's.
      const crossed = anchor === undefined ? 0 : countCrossed(anchor, label, ink);
      if (crossed > 0 && request.isOptional === true) continue;
      cost += crossed * CROSSING_COST;
      if (cost >= bestCost) continue;
      if (placed.some((other) => isOverlapping(label, other))) continue;
      const isFar = crossed > 0 && anchor !== undefined;
      [best, bestCost] = [isFar ? { ...label, leader: anchor } : label, cost];
    }
    if (best !== undefined) placed.push(best);
  }
  return placed;
}

interface Candidate {
  /** The point of the curve it belongs to; none inside a region. */
  readonly anchor?: PixelPoint;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly penalty: number;
}

function* listCandidates(request: LabelRequest, size: Size): Generator<Candidate> {
  const { width, height } = request;
  const off = height / 2 + GAP_PX;
  for (const edge of request.edges) {
    const samples = resample(edge, STEP_PX);
    const half = Math.max(1, Math.round(width / 2 / STEP_PX));
    for (const [i, [x, y]] of samples.entries()) {
      if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
      const before = samples[Math.max(0, i - half)] ?? [x, y];
      const after = samples[Math.min(samples.length - 1, i + half)] ?? [x, y];
      const slope = Math.atan2(after[1] - before[1], after[0] - before[0]);
      // Text never stands on its head.
      let angle = (slope * 180) / Math.PI;
      if (angle > 90) angle -= 180;
      if (angle < -90) angle += 180;
      const bend = Math.abs(
        ((before[0] + after[0]) / 2 - x) * Math.sin(slope) -
          ((before[1] + after[1]) / 2 - y) * Math.cos(slope),
      );
      const ends = Math.abs(i / Math.max(1, samples.length - 1) - 0.5) * 2;
      const isTilted = Math.abs(angle) > 4 && Math.abs(angle) < 80 && bend < 5;
      if (isTilted) {
        const radians = (angle * Math.PI) / 180;
        for (const sign of [-1, 1]) {
          yield {
            x: x - Math.sin(radians) * off * sign,
            y: y + Math.cos(radians) * off * sign,
            angle,
            penalty: 0.6 + bend / 2 + ends + priceAngle(angle) + (sign > 0 ? 0.4 : 0),
          };
        }
      }
      // Level text clears the highest or lowest point of a jagged curve beneath or above it.
      const heights = samples.slice(Math.max(0, i - half), i + half + 1).map((sample) => sample[1]);
      const [highest, lowest] = [Math.min(...heights), Math.max(...heights)];
      for (const lift of [0, 0.7, 1.5, 2.4]) {
        const rise = off + lift * height;
        const far = 0.5 + ends + 1.6 * lift + (lowest - highest) / 20;
        const anchor: PixelPoint = [x, y];
        yield { anchor, x, y: highest - rise, angle: 0, penalty: far };
        yield { anchor, x, y: lowest + rise, angle: 0, penalty: far + 0.4 };
      }
      for (const sign of [-1, 1]) {
        yield { x: x + sign * (width / 2 + GAP_PX + 2), y, angle: 0, penalty: 1.6 + ends };
      }
    }
  }
  yield* listInnerCandidates(request, size);
}

/** Tilted text costs little, steep text much: a reader's head turns only so far. */
const priceAngle = (angle: number): number =>
  Math.abs(angle) / 90 + Math.max(0, Math.abs(angle) - 45) / 10;

/** Places inside the region: the classical spot for a closed exclusion. */
function* listInnerCandidates(request: LabelRequest, size: Size): Generator<Candidate> {
  for (const area of request.areas) {
    const xs = area.map((p) => p[0]);
    const ys = area.map((p) => p[1]);
    const left = Math.max(0, Math.min(...xs));
    const right = Math.min(size.width, Math.max(...xs));
    const top = Math.max(0, Math.min(...ys));
    const bottom = Math.min(size.height, Math.max(...ys));
    if (right - left < request.width * 0.6 || bottom - top < request.height) continue;
    const stepX = Math.max(8, (right - left) / 24);
    const stepY = Math.max(6, (bottom - top) / 24);
    const centre: PixelPoint = [(left + right) / 2, (top + bottom) / 2];
    for (let x = left + stepX; x < right; x += stepX) {
      for (let y = top + stepY; y < bottom; y += stepY) {
        if (!isInRing([x, y], area)) continue;
        const away = Math.hypot((x - centre[0]) / (right - left), (y - centre[1]) / (bottom - top));
        yield { x, y, angle: 0, penalty: 1.2 + 2 * away };
      }
    }
  }
}

/** Even-odd test of a point in one ring. */
export function isInRing([x, y]: PixelPoint, ring: PixelPath): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i];
    const b = ring[j];
    if (a === undefined || b === undefined) continue;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

/** Points at equal distances along a path [px]. */
export function resample(path: PixelPath, step: number): PixelPoint[] {
  const samples: PixelPoint[] = [];
  let rest = 0;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1];
    const b = path[i];
    if (a === undefined || b === undefined) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    // Far outside the frame nothing is labelled: do not walk there.
    if (!Number.isFinite(length) || length > 1e5) continue;
    let along = rest;
    for (; along < length; along += step) {
      const t = along / length;
      samples.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    rest = along - length;
  }
  return samples;
}

interface Ink {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Float32Array;
  /** Whose curve runs through a cell: an index of `ids`, -1 of none, -2 of several. */
  readonly owners: Int32Array;
  readonly ids: readonly string[];
}

function rasterise(obstacles: readonly Obstacle[], size: Size): Ink {
  const columns = Math.ceil(size.width / CELL_PX);
  const rows = Math.ceil(size.height / CELL_PX);
  const cells = new Float32Array(columns * rows);
  const owners = new Int32Array(columns * rows).fill(-1);
  const ids = [...new Set(obstacles.flatMap(({ id }) => id ?? []))];
  for (const { path, weight, id } of obstacles) {
    const owner = id === undefined ? -1 : ids.indexOf(id);
    for (const [x, y] of resample(path, CELL_PX * 0.8)) {
      const column = Math.floor(x / CELL_PX);
      const row = Math.floor(y / CELL_PX);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const cell = row * columns + column;
      cells[cell] = Math.max(cells[cell] ?? 0, weight);
      const before = owners[cell] ?? -1;
      if (owner >= 0 && before !== owner) owners[cell] = before === -1 ? owner : -2;
    }
  }
  return { columns, rows, cells, owners, ids };
}

/** How many times another curve runs between a point of a label's curve and the label. */
function countCrossed([x, y]: PixelPoint, label: PlacedLabel, ink: Ink): number {
  const own = ink.ids.indexOf(label.id);
  const distance = Math.hypot(label.x - x, label.y - y) - label.height / 2;
  const steps = Math.floor(distance / CELL_PX);
  let crossed = 0;
  let wasOther = false;
  // The first steps leave the curve itself, where others may touch it.
  for (let step = 2; step <= steps; step++) {
    const t = (step * CELL_PX) / (distance + label.height / 2);
    const column = Math.floor((x + t * (label.x - x)) / CELL_PX);
    const row = Math.floor((y + t * (label.y - y)) / CELL_PX);
    if (column < 0 || row < 0 || column >= ink.columns || row >= ink.rows) continue;
    const owner = ink.owners[row * ink.columns + column] ?? -1;
    const isOther = owner !== -1 && owner !== own;
    if (isOther && !wasOther) crossed++;
    wasOther = isOther;
  }
  return crossed;
}

/** Share of the label's area that edges run through; undefined where it is more than `most`. */
function measureInk(label: PlacedLabel, ink: Ink, most: number): number | undefined {
  const radians = (label.angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const [columns, rows] = [label.width, label.height].map((length) => Math.floor(length / CELL_PX));
  const total = ((columns ?? 0) + 1) * ((rows ?? 0) + 1);
  const enough = most * total;
  let touched = 0;
  for (let v = -label.height / 2; v <= label.height / 2; v += CELL_PX) {
    for (let u = -label.width / 2; u <= label.width / 2; u += CELL_PX) {
      const column = Math.floor((label.x + u * cos - v * sin) / CELL_PX);
      const row = Math.floor((label.y + u * sin + v * cos) / CELL_PX);
      if (column < 0 || row < 0 || column >= ink.columns || row >= ink.rows) continue;
      touched += ink.cells[row * ink.columns + column] ?? 0;
    }
    if (touched > enough) return undefined;
  }
  return touched / total;
}

/** The four corners of a label. */
export function listCorners(label: PlacedLabel): PixelPoint[] {
  const radians = (label.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [w, h] = [label.width / 2, label.height / 2];
  return [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ].map(([u = 0, v = 0]) => [label.x + u * cos - v * sin, label.y + u * sin + v * cos]);
}

function isInside({ x, y, angle, width, height }: PlacedLabel, size: Size): boolean {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  const reachX = (width * cos + height * sin) / 2 + 2;
  const reachY = (width * sin + height * cos) / 2 + 2;
  return x >= reachX && y >= reachY && x <= size.width - reachX && y <= size.height - reachY;
}

/** Separating axes of the two rectangles; touching counts as apart. */
export function isOverlapping(a: PlacedLabel, b: PlacedLabel): boolean {
  const reach = Math.hypot(a.width, a.height) / 2 + Math.hypot(b.width, b.height) / 2;
  if (Math.hypot(a.x - b.x, a.y - b.y) > reach) return false;
  const cornersA = listCorners(a);
  const cornersB = listCorners(b);
  return [a.angle, a.angle + 90, b.angle, b.angle + 90].every((angle) => {
    const radians = (angle * Math.PI) / 180;
    const along = ([x, y]: PixelPoint): number => x * Math.cos(radians) + y * Math.sin(radians);
    const spanA = cornersA.map(along);
    const spanB = cornersB.map(along);
    return Math.min(...spanA) < Math.max(...spanB) && Math.min(...spanB) < Math.max(...spanA);
  });
}
