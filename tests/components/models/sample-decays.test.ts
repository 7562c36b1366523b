import { describe, expect, it } from 'vitest';
import {
  findLengthRange,
  listBranchingLines,
  listLeaders,
  listLengthSegments,
  MOST_LINES,
  REST,
  sampleDecays,
} from '../../../src/components/models/sample-decays.ts';
import { CONSTANTS } from '../../../src/core/constants.ts';
import type { DecayChannel, DecayModel } from '../../../src/core/physics/decay-model.ts';
import { listDecayModels } from '../../../src/core/physics/decay-models.ts';

const channel = (id: string, widthGeV: DecayChannel['widthGeV']): DecayChannel => ({
  id,
  symbol: id,
  kind: 'lepton',
  widthGeV,
});
const makeModel = (channels: readonly DecayChannel[]): DecayModel => ({
  id: 'toy',
  title: 'Toy',
  mass: 'mass-x',
  coupling: 'g-x',
  range: [0.01, 10],
  channels,
  sources: [],
  remark: '',
});

describe('sampleDecays', () => {
  it('rises in mass from end to end of the range', () => {
    const masses = sampleDecays(makeModel([channel('a', (m) => m)])).map(({ massGeV }) => massGeV);
    expect(masses[0]).toBeCloseTo(0.01, 12);
    expect(masses.at(-1)).toBeCloseTo(10, 9);
    expect(masses.every((mass, i) => mass > (masses[i - 1] ?? 0))).toBe(true);
  });

  it('finds a threshold to a part in a thousand', () => {
    const open = (m: number): number => (m > 1 ? m * Math.sqrt(1 - 1 / m ** 2) : 0);
    const samples = sampleDecays(makeModel([channel('a', (m) => m), channel('b', open)]));
    const first = samples.find(({ branchings }) => (branchings[1] ?? 0) > 0);
    expect(first?.massGeV).toBeGreaterThan(1);
    expect(first?.massGeV).toBeLessThan(1.001);
  });

  it('resolves the narrow mesons of the dark photon', () => {
    const [model] = listDecayModels('dark-photon');
    if (model === undefined) throw new Error('the dark photon has no decays');
    const samples = sampleDecays(model);
    const near = (mass: number): number =>
      samples.filter(({ massGeV }) => Math.abs(massGeV / mass - 1) < 0.005).length;
    expect(near(1.0195)).toBeGreaterThan(8);
    const kaons = model.channels.findIndex(({ id }) => id === 'k-k');
    const highest = Math.max(...samples.map(({ branchings }) => branchings[kaons] ?? 0));
    expect(highest).toBeGreaterThan(0.6);
    expect(samples.length).toBeLessThan(6000);
  });
});

describe('listBranchingLines', () => {
  it('leaves out what is tiny, adds up what is beyond eight lines', () => {
    const few = makeModel([channel('a', () => 1), channel('b', () => 1e-4)]);
    expect(listBranchingLines(few, sampleDecays(few)).map(({ id }) => id)).toEqual(['a']);
    const many = makeModel(Array.from({ length: 12 }, (_, i) => channel(String(i), () => 12 - i)));
    const samples = sampleDecays(many);
    const lines = listBranchingLines(many, samples);
    expect(lines).toHaveLength(MOST_LINES);
    expect(lines.at(-1)?.id).toBe(REST);
    // 5 + 4 + 3 + 2 + 1 of 78.
    expect(lines.at(-1)?.segments[0]?.[0]?.[1]).toBeCloseTo(15 / 78, 12);
  });

  it('breaks a line where nothing is open', () => {
    const model = makeModel([channel('a', (m) => (m < 0.1 || m > 1 ? 1 : 0))]);
    const [line] = listBranchingLines(model, sampleDecays(model));
    expect(line?.segments).toHaveLength(2);
    expect(line?.segments.flat().every(([, value]) => value === 1)).toBe(true);
  });

  it('gives every model of the catalogue at most eight lines of numbers', () => {
    for (const id of ['b-minus-l', 'heavy-neutral-lepton', 'higgs-mixed-scalar', 'alp-lepton']) {
      for (const model of listDecayModels(id)) {
        const lines = listBranchingLines(model, sampleDecays(model));
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        const values = lines.flatMap(({ segments }) => segments.flat(2));
        expect(values.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('decay lengths', () => {
  const model = makeModel([channel('a', (m) => (m > 0.1 ? m : 0))]);
  const samples = sampleDecays(model);

  it('are ħc/Γ, and nothing where the particle is stable', () => {
    const [segment, ...others] = listLengthSegments(samples, 1e-3);
    expect(others).toEqual([]);
    expect(segment?.[0]?.[0]).toBeCloseTo(0.1, 3);
    expect(segment?.at(-1)?.[1]).toBeCloseTo(CONSTANTS.hbarc.value / (10 * 1e-6), 20);
  });

  it('fill whole decades', () => {
    expect(findLengthRange(samples, [1e-3, 1e-5])).toEqual([1e-11, 1e-4]);
  });
});

describe('listLeaders', () => {
  it('says who is the most frequent where; a tie changes nothing', () => {
    const model = makeModel([
      channel('a', () => 1),
      channel('b', (m) => (m < 1 ? 0 : 1.01)),
      channel('c', (m) => (m < 5 ? 0 : 2)),
    ]);
    const leaders = listLeaders(model, sampleDecays(model));
    expect(leaders.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(leaders[1]?.from).toBeCloseTo(5, 2);
  });
});
