import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CompareState,
  decodeCompare,
  encodeCompare,
  MOST_PANELS,
} from '../../../src/components/compare/compare-address.ts';
import {
  encodeOwnCurve,
  LONGEST_CURVE,
  MOST_CURVES,
} from '../../../src/core/figure/own-curve-address.ts';
import { DEFAULT_VIEW } from '../../../src/core/figure/view.ts';
import { decodeView, encodeView } from '../../../src/core/figure/view-address.ts';
import { makeSpec } from '../../core/figure/make-series.ts';

const PROPERTY = { seed: 20261125, numRuns: 300 } as const;
const KNOWN = { planes: ['dark-photon-visible', 'lmu-ltau', 'alp-photon'], usual: ['alp-photon'] };
const panel = (plane: string, query = '', curves: readonly string[] = []) => ({
  plane,
  query,
  curves,
});

/** The state behind an address as a browser hands it over. */
function read(address: string): ReturnType<typeof decodeCompare> {
  const { search, hash } = new URL(address, 'http://site/compare/');
  return decodeCompare(search, hash, KNOWN);
}

describe('encodeCompare', () => {
  it('writes planes alone as short as they are', () => {
    expect(
      encodeCompare({ panels: [panel('dark-photon-visible'), panel('lmu-ltau')], isLinked: true }),
    ).toBe('?v=1&p=dark-photon-visible&p=lmu-ltau');
  });

  it('writes the views of its figures so that they can be read', () => {
    expect(
      encodeCompare({
        panels: [
          panel('dark-photon-visible', 'v=1&x=mass:MeV,1..1000&only=babar,kloe'),
          panel('dark-photon-visible', '', ['1~Mine~AAAAAAAA']),
        ],
        isLinked: false,
        massGeV: 0.5,
      }),
    ).toBe(
      '?v=1&linked=no&at=0.5&p=dark-photon-visible~x=mass:MeV,1..1000~only=babar,kloe&p=dark-photon-visible#curve2=1~Mine~AAAAAAAA',
    );
  });
});

describe('decodeCompare', () => {
  const words = fc.stringMatching(/^[ -~µé]{0,12}$/u);
  const query = fc
    .record({
      only: fc.array(words, { maxLength: 3 }),
      experiment: fc.array(words, { maxLength: 3 }),
      range: fc.tuple(
        fc.double({ min: 1e-8, max: 1, noNaN: true }),
        fc.double({ min: 2, max: 1e25, noNaN: true }),
      ),
    })
    .map(({ only, experiment, range }) =>
      encodeView({
        ...DEFAULT_VIEW,
        y: { range },
        only,
        facets: { ...DEFAULT_VIEW.facets, experiment },
      }),
    );
  const curve = fc
    .array(
      fc.tuple(
        fc.double({ min: 1e-8, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-8, max: 1e3, noNaN: true }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((points) => encodeOwnCurve({ name: 'A & B~c', segments: [points] }) ?? '');
  const states: fc.Arbitrary<CompareState> = fc
    .record({
      panels: fc.array(
        fc.record({
          plane: fc.constantFrom(...KNOWN.planes),
          query: fc.oneof(fc.constant(''), query),
          curves: fc.array(curve, { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: MOST_PANELS },
      ),
      isLinked: fc.boolean(),
      mass: fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }),
    })
    .map(({ mass, ...rest }) => ({
      ...rest,
      ...(mass === undefined ? {} : { massGeV: mass / 1000 }),
    }));
  /** What a figure would understand of a query. */
  const entriesOf = (text: string): string[] =>
    [...new URLSearchParams(text)].map(([key, value]) => `${key}=${value}`).sort();

  it('reads back what was written, whatever the values are', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: back, faults } = read(encodeCompare(state));
        expect(faults).toEqual([]);
        expect(back.isLinked).toBe(state.isLinked);
        expect(back.massGeV).toBe(state.massGeV);
        expect(back.panels.map(({ plane, curves }) => ({ plane, curves }))).toEqual(
          state.panels.map(({ plane, curves }) => ({ plane, curves })),
        );
        for (const [i, { query: written }] of state.panels.entries()) {
          // A plus is written as itself and would be read as a blank.
          expect(entriesOf(back.panels[i]?.query ?? '')).toEqual(
            entriesOf(written.replaceAll('+', '%2B')),
          );
        }
      }),
      PROPERTY,
    );
  });

  it('reads back an address that another program has escaped again', () => {
    fc.assert(
      fc.property(states, (state) => {
        const address = encodeCompare({
          ...state,
          panels: state.panels.map((one) => ({ ...one, curves: [] })),
        });
        const escaped = new URLSearchParams(address).toString();
        expect(read(`?${escaped}`)).toEqual(read(address));
      }),
      PROPERTY,
    );
  });

  it('reads back the longest that can be written', () => {
    const points = Array.from({ length: 490 }, (_, i) => [1 + i, 1e-3] as const);
    const longest = encodeOwnCurve({ name: 'Mine', segments: [points] }) ?? '';
    expect(longest.length).toBeGreaterThan(0.95 * LONGEST_CURVE);
    // Escaped twice, a space takes five letters where it took three.
    const view = `v=1&only=${'%20'.repeat(2600)}`;
    const panels = Array.from({ length: MOST_PANELS }, () =>
      panel(
        'lmu-ltau',
        view,
        Array.from({ length: MOST_CURVES }, () => longest),
      ),
    );
    const { state, faults } = read(encodeCompare({ panels, isLinked: true }));
    expect(faults).toEqual([]);
    expect(state.panels.map(({ curves }) => curves)).toEqual(panels.map(({ curves }) => curves));
  });

  it('is not kept busy by a fragment of nothing but curves', () => {
    const curves = 'curve1=x&'.repeat(30_000);
    const before = performance.now();
    expect(read(`?v=1&p=lmu-ltau#${curves}`).state.panels[0]?.curves.length).toBe(30_000);
    expect(performance.now() - before).toBeLessThan(500);
    expect(read(`?v=1&p=lmu-ltau#${curves.repeat(10)}`).faults).toEqual([
      'The link is too long to be one of this site.',
    ]);
  });

  it('never throws, and always has something to show', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (search, hash) => {
        for (const text of [search, `v=1&p=${search}`, `v=1&p=lmu-ltau~${search}`]) {
          const { state } = decodeCompare(text, hash, KNOWN);
          expect(state.panels.length).toBeGreaterThan(0);
          expect(state.panels.every(({ plane }) => KNOWN.planes.includes(plane))).toBe(true);
          for (const { query: asked } of state.panels) decodeView(asked, makeSpec());
        }
      }),
      PROPERTY,
    );
  });

  it('shows the usual planes where the address has none', () => {
    expect(read('')).toEqual({
      state: { panels: [panel('alp-photon')], isLinked: true },
      faults: [],
    });
  });

  it('needs no version where a link was typed by hand', () => {
    expect(read('?p=lmu-ltau~only=babar').state.panels).toEqual([
      panel('lmu-ltau', 'v=1&only=babar'),
    ]);
  });

  it('keeps the curves with their figure when another is left out', () => {
    const { state, faults } = read('?v=1&p=nowhere&p=lmu-ltau#curve2=1~Mine~AAAAAAAA');
    expect(state.panels).toEqual([panel('lmu-ltau', '', ['1~Mine~AAAAAAAA'])]);
    expect(faults).toEqual(["There is no plane “nowhere”; the link's figure 1 is left out."]);
  });

  it.each([
    ['?v=9&p=lmu-ltau', 'The link is of version “9”; version 1 is read here.'],
    ['?v=1&p=lmu-ltau&at=-2', 'The link has at=“-2”; expected a mass in GeV like 0.5.'],
    ['?v=1&p=lmu-ltau&linked=maybe', 'The link has linked=“maybe”; expected no.'],
    [`?v=1${'&p=lmu-ltau'.repeat(5)}`, 'The link has 5 figures; the first 4 are shown.'],
    [`?v=1&p=${'x'.repeat(200_000)}`, 'The link is too long to be one of this site.'],
  ])('says what is wrong with %s', (address, fault) => {
    const { state, faults } = read(address);
    expect(faults).toEqual([fault]);
    expect(state.panels.length).toBeLessThanOrEqual(MOST_PANELS);
  });
});
