import { expect, it } from 'vitest';
import { onceFor } from '../../src/core/once-for.ts';

it('makes a result once for each thing, also one that is undefined', () => {
  let made = 0;
  const nothing = onceFor((thing: { name: string }) => {
    made += 1;
    return thing.name === '' ? undefined : thing.name;
  });
  const [one, other] = [{ name: 'a' }, { name: '' }];
  expect([nothing(one), nothing(one), nothing(other), nothing(other)]).toEqual([
    'a',
    'a',
    undefined,
    undefined,
  ]);
  expect(made).toBe(2);
});

it('tries again after a failure', () => {
  let tries = 0;
  const read = onceFor((_thing: object) => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  const thing = {};
  expect(() => read(thing)).toThrow('not yet');
  expect(read(thing)).toBe(2);
  expect(read(thing)).toBe(2);
});
