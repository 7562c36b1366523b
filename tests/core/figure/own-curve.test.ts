import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../../src/core/figure/axis-choices.ts';
import {
  type OwnCurveAnswers,
  type OwnCurveDraft,
  type OwnCurveQuestion,
  placeOwnCurve,
  readOwnCurves,
} from '../../../src/core/figure/own-curve.ts';
import {
  makeCatalogue,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';

const catalogue = makeCatalogue({
  quantities: [
    ...QUANTITIES,
    makeQuantity({
      id: 'inverse-scale',
      name: 'inverse scale',
      symbol: '1/F',
      plain: '1/F',
      unit: 'GeV^-1',
      units: ['GeV^-1', 'TeV^-1'],
    }),
  ],
});
const plane = makePlane();
const AXES = { x: buildAxis(plane.x, plane, catalogue), y: buildAxis(plane.y, plane, catalogue) };

/** The only curve in a text that has no problem. */
function read(text: string, axes = AXES): OwnCurveDraft {
  const { curves, problems } = readOwnCurves(text, axes);
  expect(problems).toEqual([]);
  const [curve] = curves;
  if (curve === undefined || curves.length > 1) throw new Error(`${String(curves.length)} curves.`);
  return curve;
}

const place = (text: string, changes: Partial<OwnCurveAnswers> = {}) => {
  const draft = read(text);
  return placeOwnCurve(draft, { ...draft.guess, ...changes }, AXES);
};

const ask = (text: string, topic: OwnCurveQuestion['topic']): OwnCurveQuestion | undefined =>
  read(text).questions.find((question) => question.topic === topic);

const STRAIGHT = [
  [
    [0.1, 1e-3],
    [1, 2e-3],
  ],
];

describe('a text of numbers', () => {
  it('is read with commas, tabs, blanks, semicolons and decimal commas', () => {
    for (const text of [
      '0.1,1e-3\n1,2e-3',
      '0.1, 1e-3\r\n1, 2e-3\r\n',
      '0.1\t1e-3\n1\t2e-3\t\n',
      '  0.1   1.0E-03\n  1.0   2.0D-03\n',
      '0,1;1e-3\n1;0,002\n',
      '0,1\t0,001\n1,0\t0,002\n',
      '0,1 0,001\n1 0,002\n',
      '\uFEFF"0.1","0.001"\n"1","0.002"',
      '0.1 0.001 # a remark\n% another\n// and another\n1 0.002',
    ])
      expect(place(text).segments, text).toEqual(STRAIGHT);
  });
  it('is read as JSON in its usual forms', () => {
    for (const value of [
      [
        [0.1, 1e-3],
        [1, 2e-3],
      ],
      { x: [0.1, 1], y: [1e-3, 2e-3] },
      { mass: [0.1, 1], value: [1e-3, 2e-3] },
      [
        { mass: 0.1, value: 1e-3 },
        { mass: 1, value: 2e-3 },
      ],
      [
        { coupling: 1e-3, mass: 0.1 },
        { coupling: 2e-3, mass: 1 },
      ],
    ])
      expect(place(JSON.stringify(value)).segments).toEqual(STRAIGHT);
  });
  it('may hold several named curves as JSON', () => {
    const text = JSON.stringify([
      { name: 'A', x: [1, 2], y: [1e-3, 1e-3] },
      { x: [1, 2], y: [1e-4, 1e-4] },
    ]);
    expect(readOwnCurves(text, AXES, { name: 'file' }).curves.map(({ name }) => name)).toEqual([
      'A',
      'file 2',
    ]);
  });
  it('has gaps at blank lines and where a number is missing', () => {
    const parts = [
      [[0.1, 1e-3]],
      [
        [1, 2e-3],
        [2, 2e-3],
      ],
    ];
    expect(place('0.1 1e-3\n\n\n1 2e-3\n2 2e-3').segments).toEqual(parts);
    expect(place('0.1 1e-3\nnan nan\n1 2e-3\n2 2e-3').segments).toEqual(parts);
    expect(place('0.1,1e-3\n0.5,inf\n1,2e-3\n2,2e-3').segments).toEqual(parts);
    expect(place('0.1,1e-3\n,1e-3\n1,2e-3\n2,2e-3').segments).toEqual(parts);
    expect(place('[[0.1,1e-3],null,[1,2e-3],[2,2e-3]]').segments).toEqual(parts);
    expect(place('0.1 1e-3\n# remark\n1 2e-3').segments).toEqual(STRAIGHT);
  });
  it('whose every second line is blank has no gaps, and says so', () => {
    const { curves, problems } = readOwnCurves('1 1e-3\n\n2 1e-3\n\n3 1e-3\n', AXES);
    expect(curves[0]?.segments.map((rows) => rows.length)).toEqual([3]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });
  it('names the line of what is no number, and reads the rest', () => {
    const { curves, problems } = readOwnCurves('mass,eps\n1,1e-3\n2,x1\n3\n4,1e999\n5,1e-3', AXES);
    expect(problems.map(({ at, found }) => [at, found])).toEqual([
      ['line 3', '"x1"'],
      ['line 4', '1 number'],
      ['line 5', '"1e999"'],
    ]);
    expect(curves[0]?.segments.flat()).toHaveLength(2);
  });
  it('lists no more than twenty problems', () => {
    const { problems } = readOwnCurves(`1 1\n${'a b 1\n'.repeat(100)}`, AXES);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.found).toBe('80 more of the kind');
  });
  it('is refused where it is too large, too narrow, empty or broken', () => {
    for (const [text, found] of [
      ['1 1\n'.repeat(20_001), '20001 points'],
      [JSON.stringify(Array.from({ length: 20_001 }, () => [1, 1])), '20001 points'],
      ['1'.repeat(2_000_001), '2000001 characters'],
      ['1\n2\n', 'one column'],
      ['', 'no text'],
      ['# only a remark', 'no row of numbers'],
      ['[[1, 2', 'a text that begins like JSON and is none'],
      ['{"a": 1}', 'JSON of another form'],
      ['{"x": [1, 2], "y": [1]}', 'arrays of different lengths'],
      ['[]', 'JSON of another form'],
    ] as const) {
      const { curves, problems } = readOwnCurves(text, AXES);
      expect(curves).toEqual([]);
      expect(problems[0]?.found).toBe(found);
    }
  });
  it('is no trap: long lines and names are cut short', () => {
    const blanks = ' '.repeat(900_000);
    const { problems } = readOwnCurves(`a${blanks}b,c\n1,1\n2,2`, AXES);
    expect(problems[0]?.found).toBe('900004 characters in a line');
    const json = JSON.stringify({ [`a${blanks}b`]: [1, 2], '\u202Ey': [1, 2] });
    expect(read(json).columns.map(({ name }) => name)).toEqual(['a', 'y']);
  });
  it('never throws, whatever it is', () => {
    const pieces = fc.constantFrom(
      '1',
      ',',
      ';',
      '\t',
      ' ',
      '\n',
      '"',
      '#',
      '-',
      'e',
      '[',
      ']',
      '{',
      '}',
      ':',
      'NaN',
      'm [MeV]',
      'log10(',
      '0,5',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          for (const draft of readOwnCurves(text, AXES).curves) {
            const { segments } = placeOwnCurve(draft, draft.guess, AXES);
            expect(segments.flat(2).every((value) => value > 0 && value < Infinity)).toBe(true);
          }
        },
      ),
      { seed: 1, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Array.isArray(readOwnCurves(text, AXES).curves)).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('what a text means', () => {
  it('is told by the names of its columns', () => {
    const draft = read("m_A' [MeV],log10(eps)\n100,-3\n1000,-4\n");
    expect(draft.guess).toEqual({
      x: 0,
      y: 1,
      xQuantity: 'mass-dark-photon',
      yQuantity: 'epsilon',
      xUnit: 'MeV',
      yUnit: '1',
      xScale: 'linear',
      yScale: 'log10',
    });
    expect(draft.understood).toBe(
      'Read 2 points from columns separated by commas: "m_A\' [MeV]" as m_A′ in MeV and "log10(eps)" as log10 of ε.',
    );
    const open = draft.questions.filter(({ isCertain }) => !isCertain).map(({ topic }) => topic);
    expect(open).toEqual(['xScale']);
    const [start, end] = placeOwnCurve(draft, draft.guess, AXES).segments[0] ?? [];
    expect(start?.[0]).toBeCloseTo(0.1, 12);
    expect(start?.[1]).toBeCloseTo(1e-3, 12);
    expect(end?.[1]).toBeCloseTo(1e-4, 12);
  });
  it('is told by a comment above the numbers, and by a header of blanks', () => {
    for (const header of [
      '# mass [MeV]  epsilon',
      '% mass [MeV], epsilon',
      'mass [MeV]  epsilon',
    ]) {
      const draft = read(`${header}\n100 1e-3\n200 1e-3\n`);
      expect(draft.columns.map(({ name }) => name)).toEqual(['mass [MeV]', 'epsilon']);
      expect(draft.guess.xUnit).toBe('MeV');
    }
  });
  it('knows the square of the coupling by its name', () => {
    for (const name of ['eps^2', 'epsilon2', 'ε²', 'epsilon squared', 'epsilon-squared']) {
      const draft = read(`m/GeV,${name}\n0.1,1e-6\n1,4e-6\n`);
      expect(draft.guess.yQuantity, name).toBe('epsilon-squared');
      expect(
        placeOwnCurve(draft, draft.guess, AXES).segments[0]?.map(([, y]) =>
          Number(y.toPrecision(9)),
        ),
      ).toEqual([1e-3, 2e-3]);
    }
  });
  it('is asked where the file does not tell, with what the figure suggests', () => {
    const text = '30 1e-3\n2000 2e-3\n90000 1e-3';
    expect(ask(text, 'xUnit')).toMatchObject({ guess: 'MeV', isCertain: false });
    expect(ask(text, 'xUnit')?.options.map(({ value }) => value)).toContain('GeV');
    expect(ask(text, 'yQuantity')?.options.map(({ value }) => value)).toEqual([
      'epsilon',
      'epsilon-squared',
    ]);
    expect(ask(text, 'x')).toMatchObject({ guess: '0', isCertain: false });
    expect(ask('mass [GeV],y\n1,1e-3', 'xUnit')).toMatchObject({ guess: 'GeV', isCertain: true });
  });
  it('takes negative numbers for logarithms, and asks', () => {
    expect(ask('-1 -3\n0 -3', 'yScale')).toMatchObject({ guess: 'log10', isCertain: false });
    expect(ask('1 1e-3\n2 1e-3', 'yScale')).toMatchObject({ guess: 'linear', isCertain: false });
  });
  it('does not take meV for MeV', () => {
    expect(ask('m [meV],eps\n1,1e-3', 'xUnit')?.isCertain).toBe(false);
    expect(ask('m [mev],eps\n1,1e-3', 'xUnit')).toMatchObject({ guess: 'MeV', isCertain: true });
  });
  it('reads inverse energies', () => {
    const other = makePlane({ y: { quantity: 'inverse-scale', range: [1e-6, 1] } });
    const axes = { x: AXES.x, y: buildAxis(other.y, other, catalogue) };
    for (const name of ['g [TeV^-1]', 'g (1/TeV)', 'g [TeV⁻¹]', 'g [TeV$^{-1}$]']) {
      const draft = read(`m,${name}\n1,2\n3,4`, axes);
      expect(draft.guess.yUnit, name).toBe('TeV^-1');
      expect(placeOwnCurve(draft, draft.guess, axes).segments[0]?.[0]?.[1]).toBeCloseTo(2e-3, 12);
    }
  });
  it('offers every column of more than two, and asks which to take', () => {
    const text = 'run,mass [GeV],expected,upper limit\n1,0.5,1e-3,2e-3\n2,0.6,1e-3,3e-3';
    const draft = read(text);
    expect([draft.guess.x, draft.guess.y]).toEqual([1, 3]);
    expect(ask(text, 'x')).toMatchObject({ isCertain: false, guess: '1' });
    expect(ask(text, 'y')?.options.map(({ label }) => label)).toEqual([
      'run',
      'mass [GeV]',
      'expected',
      'upper limit',
    ]);
    expect(draft.columns[3]?.range).toEqual([2e-3, 3e-3]);
    expect(place(text, { y: 2 }).segments[0]?.[0]).toEqual([0.5, 1e-3]);
  });
  it('has a short name without control characters', () => {
    const name = `a\u0000\u202Eb\n\tc${'x'.repeat(80)}`;
    expect(readOwnCurves('1 1\n2 2', AXES, { name }).curves[0]?.name).toBe(`ab c${'x'.repeat(56)}`);
    expect(readOwnCurves('1 1\n2 2', AXES, { name: '\u0000' }).curves[0]?.name).toBe('Your curve');
  });
});

describe('a curve placed in a figure', () => {
  it('loses zero and negative numbers of logarithmic axes, with their lines', () => {
    const { segments, problems } = place('1 1e-3\n2 0\n3 1e-3\n\n-4 1e-3\n5 1e-3', {
      xScale: 'linear',
    });
    expect(segments.map((path) => path.length)).toEqual([1, 1, 1]);
    expect(problems.map(({ at, found }) => [at, found])).toEqual([
      ['line 2', '0 as kinetic mixing'],
      ['line 5', '-4 as dark photon mass'],
    ]);
  });
  it('keeps a zero on a linear axis', () => {
    const linear = { ...AXES, x: { ...AXES.x, scale: 'linear' as const, range: [0, 10] as const } };
    const draft = read('0 1e-3\n1 1e-3', linear);
    expect(placeOwnCurve(draft, draft.guess, linear).segments).toEqual([
      [
        [0, 1e-3],
        [1, 1e-3],
      ],
    ]);
  });
  it('refuses what no computer can hold', () => {
    const { segments, problems } = place('1 400\n2 -3', { yScale: 'log10' });
    expect(segments).toEqual([[[2, 1e-3]]]);
    expect(problems[0]?.expected).toContain('computer');
  });
  it('warns where most of it lies outside, with the unit that fits', () => {
    const { warnings } = place('300 1e-3\n400 1e-3\n500 1e-3', { xUnit: 'GeV' });
    expect(warnings).toEqual([
      '100 % of the points lie outside the figure in dark photon mass: in MeV more of them would lie inside.',
    ]);
    expect(place('300 1e-3\n400 1e-3', { xUnit: 'MeV' }).warnings).toEqual([]);
  });
  it('turns round a stretch in falling mass, and no other', () => {
    const { segments, warnings } = place('3 3e-3\n2 2e-3\n2 2.5e-3\n1 1e-3\n\n4 1e-3\n5 2e-3');
    expect(segments).toEqual([
      [
        [1, 1e-3],
        [2, 2.5e-3],
        [2, 2e-3],
        [3, 3e-3],
      ],
      [
        [4, 1e-3],
        [5, 2e-3],
      ],
    ]);
    expect(warnings).toEqual([]);
    expect(place('3 1e-3\n1 1e-3\n2 1e-2').segments).toEqual([
      [
        [3, 1e-3],
        [1, 1e-3],
        [2, 1e-2],
      ],
    ]);
    // A vertical step has no direction.
    expect(place('2 1e-3\n2 1e-4').segments).toEqual([
      [
        [2, 1e-3],
        [2, 1e-4],
      ],
    ]);
  });
  it('warns of a curve that turns back, of lonely points and of none', () => {
    expect(place('1 1e-3\n3 1e-3\n2 1e-2').warnings[0]).toContain('back and forth');
    expect(place('1 1e-3\n\n2 1e-3').warnings[0]).toContain('no line');
    expect(place('0 1e-3\n0 1e-3').warnings).toEqual(['No point is left to draw.']);
  });
  it('is a problem in a unit or quantity that the axis does not know', () => {
    for (const changes of [{ xUnit: 'ps' }, { yQuantity: 'lifetime' }]) {
      const { segments, problems } = place('1 1e-3\n2 1e-3', changes);
      expect(segments).toEqual([]);
      expect(problems).toHaveLength(1);
    }
  });
  it('is the same whatever unit and scale it was written in', () => {
    const numbers = fc
      .array(
        fc.tuple(
          fc.double({ min: 1e-3, max: 100, noNaN: true }),
          fc.double({ min: 1e-8, max: 0.1, noNaN: true }),
        ),
        { minLength: 2, maxLength: 20 },
      )
      // In falling mass it would be turned round.
      .map((points) => points.toSorted(([a], [b]) => a - b));
    fc.assert(
      fc.property(numbers, (points) => {
        const text = points
          .map(([m, y]) => `${String(1e3 * m)};${String(Math.log10(y))}`)
          .join('\n');
        const { segments } = place(`mass [MeV];log10(eps)\n${text}`);
        for (const [i, [m, y]] of points.entries()) {
          const [x, value] = segments[0]?.[i] ?? [NaN, NaN];
          expect(x / m).toBeCloseTo(1, 9);
          expect(value / y).toBeCloseTo(1, 9);
        }
      }),
      { seed: 1 },
    );
  });
});
