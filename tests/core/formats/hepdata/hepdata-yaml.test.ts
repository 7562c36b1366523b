import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  quote,
  writeKeywords,
  writeVariables,
  writeYamlNumber,
} from '../../../../src/core/formats/hepdata/hepdata-yaml.ts';
import { isStrictNumber } from '../../../../src/core/formats/strict-number.ts';

/** What PyYAML and other readers of YAML 1.1 take as a number; all else is text to them. */
const NUMBER_OF_YAML_1_1 =
  /^(?:[-+]?(?:0|[1-9][0-9]*)|[-+]?[0-9][0-9]*\.[0-9]*(?:[eE][-+][0-9]+)?)$/u;

const digits = fc.string({
  unit: fc.integer({ min: 0, max: 9 }).map(String),
  minLength: 1,
  maxLength: 20,
});
const decimals = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.oneof(
      digits,
      fc.tuple(digits, digits).map(([whole, fraction]) => `${whole}.${fraction}`),
      digits.map((fraction) => `.${fraction}`),
      digits.map((whole) => `${whole}.`),
    ),
    fc.oneof(
      fc.constant(''),
      fc
        .tuple(fc.constantFrom('e', 'E', 'e+', 'e-'), fc.integer({ min: 0, max: 40 }))
        .map(([mark, power]) => `${mark}${String(power)}`),
    ),
  )
  .map((parts) => parts.join(''));

describe('writeYamlNumber', () => {
  it('keeps the digits and adds what YAML 1.1 wants', () => {
    expect(
      ['1.50e-03', '1e-06', '1.5e3', '.5', '-.5', '12', '007', '2.', '1.E5'].map(writeYamlNumber),
    ).toEqual(['1.50e-03', '1.0e-06', '1.5e+3', '0.5', '-0.5', '12', '007.0', '2.', '1.e+5']);
  });

  it('writes every number of a CSV so that readers of YAML 1.1 and 1.2 read the same number', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        expect(isStrictNumber(text)).toBe(true);
        const written = writeYamlNumber(text);
        expect(written).toMatch(NUMBER_OF_YAML_1_1);
        expect(parse(written)).toBe(Number(text));
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('throws on what is no decimal number', () => {
    for (const text of ['', 'nan', '0x1', '1 2', '1,5', '.', '1e'])
      expect(() => writeYamlNumber(text), text).toThrow('no decimal number');
  });
});

describe('writeVariables', () => {
  it('writes bins with their centres, words quoted, and nothing for a table without rows', () => {
    const text = writeVariables(
      [
        { name: 'm', units: 'GeV', values: ['2'], bins: { low: ['1'], high: ['3e0'] } },
        { name: 'edge', values: ['no'], areWords: true },
      ],
      [{ name: 'y: "quoted"', values: [], qualifiers: [['CL', { digits: '90' }, '%']] }],
    );
    expect(parse(text)).toEqual({
      independent_variables: [
        { header: { name: 'm', units: 'GeV' }, values: [{ value: 2, low: 1, high: 3 }] },
        { header: { name: 'edge' }, values: [{ value: 'no' }] },
      ],
      dependent_variables: [
        {
          header: { name: 'y: "quoted"' },
          qualifiers: [{ name: 'CL', value: 90, units: '%' }],
          values: [],
        },
      ],
    });
  });
});

describe('writeKeywords', () => {
  it('leaves out kinds without a word and words that HEPData refuses', () => {
    const lines = writeKeywords({
      observables: ['CLS', 'x'.repeat(129)],
      cmenergies: ['1e1'],
      phrases: [],
    });
    expect(parse(lines.join('\n'))).toEqual({
      keywords: [
        { name: 'observables', values: ['CLS'] },
        { name: 'cmenergies', values: [10] },
      ],
    });
  });
});

describe('quote', () => {
  it('lets no text of others end the literal or the line', () => {
    for (const text of ['a\nb: c', '"]}', '\\', "'", '---', '# no comment', '{{x}}'])
      expect(parse(`key: ${quote(text)}`)).toEqual({ key: text.replace('\n', ' ') });
  });
});
