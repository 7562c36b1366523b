import { describe, expect, it } from 'vitest';
import { Reference } from '../../../src/core/schema/index.ts';
import { makeReference } from '../../fixtures/make-catalogue.ts';

const accepts = (facts: object): boolean =>
  Reference.safeParse({ ...makeReference(), ...facts }).success;

describe('Reference', () => {
  it('takes a DOI without the resolver', () => {
    expect(accepts({ doi: '10.1103/PhysRevLett.113.201801' })).toBe(true);
    expect(accepts({ doi: '10.1016/0370-2693(86)91377-8' })).toBe(true);
    expect(accepts({ doi: 'https://doi.org/10.1103/a' })).toBe(false);
    expect(accepts({ doi: '10.1103/a b' })).toBe(false);
    expect(accepts({ doi: '10.1/a' })).toBe(false);
  });
  it('takes arXiv numbers of both forms', () => {
    for (const eprint of ['1406.2980', '2012.12345', 'hep-ex/0107001', 'physics.GA/0107001'])
      expect(accepts({ eprint }), eprint).toBe(true);
    for (const eprint of ['arXiv:1406.2980', '1406.2980v2', '1406.298', 'hep-ex/107001'])
      expect(accepts({ eprint }), eprint).toBe(false);
  });
  it('takes addresses over https only', () => {
    expect(accepts({ url: 'https://example.org/a' })).toBe(true);
    expect(accepts({ url: 'http://example.org/a' })).toBe(false);
    expect(accepts({ url: 'javascript:alert(1)' })).toBe(false);
  });
  it('takes whole years', () => {
    expect(accepts({ year: 2014 })).toBe(true);
    expect(accepts({ year: 2014.5 })).toBe(false);
    expect(accepts({ year: 14 })).toBe(false);
    expect(accepts({ year: '2014' })).toBe(false);
  });
});
