import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../../src/core/figure/figure-spec.ts';
import { decodeOwnCurve, encodeOwnCurve } from '../../../src/core/figure/own-curve-address.ts';

const number = fc.oneof(
  fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
  fc
    .double({ min: -1e3, max: 1e3, noNaN: true })
    .map((value) => (Math.abs(value) < 1e-290 ? 0 : value)),
  fc.constantFrom(0, 1, 9.9995, 1e-12, 999_950),
);
const path: fc.Arbitrary<Path> = fc.array(fc.tuple(number, number), {
  minLength: 1,
  maxLength: 60,
});

describe('a curve in an address', () => {
  it('comes back to four digits, with its name and its gaps', () => {
    const curve = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 20 }),
      segments: fc.array(path, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(curve, (one) => {
        const text = encodeOwnCurve(one) ?? '';
        expect(text).toMatch(/^[\w~.%-]+$/);
        const read = decodeOwnCurve(text);
        if (!('curve' in read)) throw new Error(read.problem);
        expect(read.curve.segments).toEqual(
          one.segments.map((points) =>
            points.map((point) => point.map((value) => Number(value.toPrecision(4)) + 0)),
          ),
        );
        expect(encodeOwnCurve(read.curve)).toBe(encodeOwnCurve({ ...one, name: read.curve.name }));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
  it('holds 400 points and no more than fit in 4 kB', () => {
    const make = (points: number): Path => Array.from({ length: points }, (_, i) => [i + 1, 1e-3]);
    const text = encodeOwnCurve({ name: 'My limit', segments: [make(400)] });
    expect(text?.length).toBeLessThan(4000);
    expect(encodeOwnCurve({ name: 'My limit', segments: [make(501)] })).toBeUndefined();
    expect(encodeOwnCurve({ name: 'My limit', segments: [make(499)] })).toBeUndefined();
    expect(encodeOwnCurve({ name: 'none', segments: [[]] })).toBeUndefined();
    expect(encodeOwnCurve({ name: 'far', segments: [[[1, Infinity]]] })).toBeUndefined();
    expect(encodeOwnCurve({ name: 'far', segments: [[[1, 1.7976e308]]] })).toBeUndefined();
    expect(encodeOwnCurve({ name: 'far', segments: [[[1, NaN]]] })).toBeUndefined();
  });
  it('stays readable: this text was written by version 1', () => {
    expect(
      encodeOwnCurve({
        name: "A'",
        segments: [
          [
            [0.1, 1e-3],
            [1, 2e-3],
          ],
          [[2, 5e-4]],
        ],
      }),
    ).toMatchInlineSnapshot(`"1~A%27~LS5pLOgZLVGRLOwB.LVV5LNSR"`);
  });
  it('keeps sixty characters of a name and no control characters', () => {
    const text =
      encodeOwnCurve({ name: `a\u0000\u202Eb~.${'é'.repeat(80)}\uD800`, segments: [[[1, 1]]] }) ??
      '';
    expect(decodeOwnCurve(text)).toEqual({
      curve: { name: `ab~.${'é'.repeat(56)}`, segments: [[[1, 1]]] },
    });
    const hostile = decodeOwnCurve(text.replace(/~.*~/u, `~%00%E2%80%AE${'x'.repeat(100)}~`));
    expect(hostile).toMatchObject({ curve: { name: 'x'.repeat(60) } });
  });
  it('is a problem in words, never an error, where it is broken', () => {
    for (const [text, problem] of [
      ['', 'not complete'],
      ['1~a', 'not complete'],
      ['1~a~b~c', 'not complete'],
      ['2~a~AAAAAAAA', 'version'],
      ['1~%E0%A4%A~AAAAAAAA', 'name'],
      ['1~a~', 'numbers'],
      ['1~a~AAAA', 'numbers'],
      ['1~a~AAAAAAAA.', 'numbers'],
      ['1~a~AAAA AAA', 'numbers'],
      ['1~a~________', 'numbers'],
      [`1~a~${'A'.repeat(8000)}`, 'too long'],
    ] as const) {
      const read = decodeOwnCurve(text);
      expect('problem' in read ? read.problem : '', text).toContain(problem);
    }
  });
  it('never throws, and what it accepts is finite', () => {
    const pieces = fc.constantFrom(
      '1',
      '~',
      '.',
      'A',
      'AAAA',
      '____',
      '-',
      '%',
      '%41',
      'é',
      'zzzz',
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
      fc
        .array(fc.constantFrom('A', 'Q', 'g', 'w', '9', '-', '_', 'Z', 'z'), {
          minLength: 8,
          maxLength: 64,
        })
        .map((all) => `1~n~${all.join('')}`),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const read = decodeOwnCurve(text);
        if ('problem' in read) expect(read.problem).toMatch(/\.$/);
        else expect(read.curve.segments.flat(2).every(Number.isFinite)).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
