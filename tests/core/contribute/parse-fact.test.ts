import { describe, expect, it } from 'vitest';
import { readFact } from '../../../src/core/contribute/parse-fact.ts';
import type { FactName } from '../../../src/core/contribute/parse-fact.ts';

/** The facts after one was read, or what was expected. */
const read = (name: FactName, ...texts: string[]): unknown => {
  const facts = readFact({}, name, texts);
  return 'problem' in facts ? facts.problem.expected : facts;
};

describe('readFact', () => {
  it.each([
    ['title', 'A title ', { title: 'A title' }],
    ['experiment', 'babar, belle-2', { experiment: ['babar', 'belle-2'] }],
    ['confidence', '0.9', { confidence: { level: 0.9 } }],
    ['confidence', '95%', { confidence: { level: 0.95 } }],
    ['confidence', '90 % CLs', { confidence: { level: 0.9, method: 'CLs' } }],
    ['confidence', 'not stated', { confidence: 'not-stated' }],
    ['confidence', '90', 'a level like 0.9 or 90%, or not-stated'],
    ['massRange', '0.02..10.2', { massRange: [0.02, 10.2] }],
    ['massRange', '1e-3 - 1e-1 GeV', { massRange: [1e-3, 0.1] }],
    ['massRange', '0.02 to 10.2', { massRange: [0.02, 10.2] }],
    ['massRange', '10..1', 'two masses [GeV], the lower first, like 0.02..10.2'],
    ['massRange', '20 MeV..1', 'two masses [GeV], the lower first, like 0.02..10.2'],
    ['exposure', '514 fb^-1', { exposure: { value: 514, unit: 'fb^-1' } }],
    ['exposure', '514', expect.stringMatching(/^a number and a unit \(fb\^-1/)],
    ['sqrtS', '10.58', { sqrtS: 10.58 }],
    ['sqrtS', 'high', 'a number'],
    ['licence', 'MIT', { from: { licence: 'MIT' } }],
    [
      'supersedes',
      'a, b',
      {
        supersedes: [
          { limit: 'a', as: 'update' },
          { limit: 'b', as: 'update' },
        ],
      },
    ],
    ['methods', 'bump-hunt', { searchFacts: { methods: ['bump-hunt'] } }],
  ] as const)('reads %s "%s"', (name, text, facts) => {
    expect(read(name, text)).toEqual(facts);
  });
  it('keeps sentences whole, each given on its own', () => {
    expect(read('background', 'Bhabha, mostly', 'pairs')).toEqual({
      searchFacts: { backgrounds: ['Bhabha, mostly', 'pairs'] },
    });
  });
  it('adds to what is there', () => {
    const facts = readFact({ title: 'T', from: { name: 'N' } }, 'revision', ['v1']);
    expect(facts).toEqual({ title: 'T', from: { name: 'N', revision: 'v1' } });
  });
});
