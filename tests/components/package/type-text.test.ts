import type { JSONOutput } from 'typedoc';
import { describe, expect, it } from 'vitest';
import { writeSignature, writeType } from '../../../src/components/package/type-text.ts';

type SomeType = JSONOutput.SomeType;

const number: SomeType = { type: 'intrinsic', name: 'number' };
const text = (type: SomeType): string =>
  writeType(type)
    .map((part) => part.text)
    .join('');
/** TypeDoc's ids are numbers that only it may make. */
const limit = {
  type: 'reference',
  name: 'Limit',
  target: 7,
} as unknown as JSONOutput.ReferenceType;

describe('a type', () => {
  it('is written as in TypeScript, brackets where they are needed and no readonly', () => {
    const union: SomeType = {
      type: 'union',
      types: [{ type: 'literal', value: 'above' }, { type: 'literal', value: null }, number],
    };
    expect(text(union)).toBe("'above' | null | number");
    const list: SomeType = { type: 'array', elementType: union };
    expect(text({ type: 'typeOperator', operator: 'readonly', target: list })).toBe(
      "('above' | null | number)[]",
    );
    expect(text({ type: 'tuple', elements: [number, number] })).toBe('[number, number]');
    expect(
      text({
        type: 'indexedAccess',
        objectType: { type: 'query', queryType: limit },
        indexType: number,
      }),
    ).toBe('(typeof Limit)[number]');
  });
  it('keeps what it names, so that it can be linked', () => {
    const map: SomeType = {
      type: 'reference',
      name: 'ReadonlyMap',
      target: { packageName: 'typescript', packagePath: '', qualifiedName: 'ReadonlyMap' },
      typeArguments: [{ type: 'intrinsic', name: 'string' }, limit],
    };
    expect(text(map)).toBe('ReadonlyMap<string, Limit>');
    expect(writeType(map).filter(({ target }) => target !== undefined)).toEqual([
      { text: 'Limit', target: 7 },
    ]);
  });
  it('is taken out of Readonly, which the page says once', () => {
    expect(
      writeType({
        type: 'reference',
        name: 'Readonly',
        target: { packageName: 'typescript', packagePath: '', qualifiedName: 'Readonly' },
        typeArguments: [limit],
      }),
    ).toEqual([{ text: 'Limit', target: 7 }]);
  });
});

describe('a signature', () => {
  const signature = (names: readonly string[]): JSONOutput.SignatureReflection =>
    ({
      id: 1,
      name: 'read',
      variant: 'signature',
      kind: 4096,
      flags: {},
      type: number,
      parameters: names.map((name, i) => ({
        id: i,
        name,
        variant: 'param',
        kind: 32768,
        flags: i > 0 ? { isOptional: true } : {},
        type: limit,
      })),
    }) as unknown as JSONOutput.SignatureReflection;
  const write = (names: readonly string[]): string =>
    writeSignature('read', signature(names))
      .map((part) => part.text)
      .join('');

  it('stays in one line while it is short', () => {
    expect(write(['a', 'b'])).toBe('read(a: Limit, b?: Limit): number');
  });
  it('names a parameter that is taken apart after its type', () => {
    expect(write(['__namedParameters'])).toBe('read(limit: Limit): number');
  });
  it('gives each parameter a line when it is long', () => {
    expect(write(['theFirstOfTheLimits', 'theSecondOfTheLimits', 'theThird'])).toBe(
      'read(\n  theFirstOfTheLimits: Limit,\n  theSecondOfTheLimits?: Limit,\n  theThird?: Limit,\n): number',
    );
  });
});
