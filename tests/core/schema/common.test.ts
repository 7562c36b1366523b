import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  Confidence,
  Exposure,
  Id,
  MassRange,
  ReferenceKey,
  SqrtS,
  Text,
} from '../../../src/core/schema/index.ts';

const accepts = (schema: z.ZodType, input: unknown): boolean => schema.safeParse(input).success;

describe('Id', () => {
  it('is kebab-case in ASCII', () => {
    for (const id of ['a', 'babar-2014', '3-body', 'a-1-b']) expect(accepts(Id, id), id).toBe(true);
    for (const id of ['', '-a', 'a-', 'a--b', 'A', 'a_b', 'a b', 'ä', 'a.b', 'a/b'])
      expect(accepts(Id, id), id).toBe(false);
  });
});

describe('ReferenceKey', () => {
  it('is an INSPIRE texkey or a plain key', () => {
    for (const key of ['BaBar:2014zli', "O'Hare:2020", 'AxionLimits', 'Belle-II:2023ab', 'A.B:1'])
      expect(accepts(ReferenceKey, key), key).toBe(true);
    for (const key of ['', 'a b', 'a:', ':a', 'a:b:c', 'a,b', 'a{b', 'Müller:2020ab'])
      expect(accepts(ReferenceKey, key), key).toBe(false);
  });
});

describe('Text', () => {
  it('is trimmed and not empty', () => {
    expect(Text.parse('  a b ')).toBe('a b');
    expect(accepts(Text, '   ')).toBe(false);
    expect(accepts(Text, 5)).toBe(false);
  });
});

describe('MassRange', () => {
  it('has the lower mass first and may begin at zero', () => {
    expect(accepts(MassRange, [0, 1])).toBe(true);
    expect(accepts(MassRange, [1, 1])).toBe(true);
    expect(accepts(MassRange, [0, 0])).toBe(true);
    expect(accepts(MassRange, [-1, 1])).toBe(false);
    expect(accepts(MassRange, [1])).toBe(false);
    expect(accepts(MassRange, [1, Infinity])).toBe(false);
    expect(MassRange.safeParse([2, 1]).error?.issues[0]?.message).toBe(
      'the lower mass comes first',
    );
  });
});

describe('Confidence', () => {
  it('is a level between one half and one, or not-stated', () => {
    expect(Confidence.parse('not-stated')).toBe('not-stated');
    expect(Confidence.parse({ level: 0.9 })).toEqual({ level: 0.9, verified: true });
    for (const level of [0.5, 1, 90, 1.64, -0.9, '0.90'])
      expect(accepts(Confidence, { level }), String(level)).toBe(false);
    expect(accepts(Confidence, 'unknown')).toBe(false);
    expect(accepts(Confidence, { level: 0.9, cl: 0.9 })).toBe(false);
  });
});

describe('Exposure and SqrtS', () => {
  it('are positive and name a unit of the list', () => {
    expect(accepts(Exposure, { value: 514, unit: 'fb^-1' })).toBe(true);
    expect(accepts(Exposure, { value: 0, unit: 'fb^-1' })).toBe(false);
    expect(accepts(Exposure, { value: 514, unit: 'fb-1' })).toBe(false);
    expect(accepts(SqrtS, { value: 10.58, unit: 'GeV' })).toBe(true);
    expect(accepts(SqrtS, { value: 10580, unit: 'MeV' })).toBe(false);
    expect(accepts(SqrtS, { value: -1, unit: 'GeV' })).toBe(false);
  });
});
