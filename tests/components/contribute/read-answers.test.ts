import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/components/contribute/read-answers.ts';

describe('what people answer', () => {
  it.each([
    ['90 %', { level: 0.9 }],
    ['90%', { level: 0.9 }],
    ['95% CL', { level: 0.95 }],
    ['99.7 %', { level: 0.997 }],
    ['0.9', { level: 0.9 }],
    ['95', { level: 0.95 }],
    ['not stated', 'not-stated'],
    ['Not-Stated', 'not-stated'],
  ])('reads the confidence level “%s”', (confidence, expected) => {
    const { facts, faults } = readAnswers({ confidence }, '');
    expect(faults).toEqual([]);
    expect(facts.confidence).toEqual(expected);
  });

  it.each([
    '0.02 to 10.2',
    '0.02..10.2',
    '0.02 – 10.2',
    '0.02-10.2',
    '[0.02, 10.2]',
    '2e-2 10.2 GeV',
  ])('reads the masses “%s”', (massRange) => {
    const { facts, faults } = readAnswers({ massRange }, '');
    expect(faults).toEqual([]);
    expect(facts.massRange).toEqual([0.02, 10.2]);
  });

  it('says what it cannot read, beside the field, and leaves it out', () => {
    const { facts, faults } = readAnswers(
      { confidence: 'high', massRange: '20 MeV', sqrtS: '10,58', exposure: '514', title: '  ' },
      'a-plane',
    );
    expect(facts).toEqual({ plane: 'a-plane', experiment: [] });
    expect(faults.map(({ field }) => field).sort()).toEqual([
      'confidence',
      'exposureUnit',
      'massRange',
      'sqrtS',
    ]);
  });

  it('takes lists apart and has a page of a search only where something is said of it', () => {
    const { facts } = readAnswers(
      {
        experiment: 'babar',
        otherExperiment: 'belle',
        channels: 'e+e-, mu+mu-',
        supersedes: 'old-limit',
        methods: 'bump-hunt,recoil-mass',
        backgrounds: 'first\n\n second ',
      },
      '',
    );
    expect(facts.experiment).toEqual(['babar', 'belle']);
    expect(facts.channels).toEqual(['e+e-', 'mu+mu-']);
    expect(facts.supersedes).toEqual([{ limit: 'old-limit', as: 'update' }]);
    expect(facts.searchFacts).toEqual({
      methods: ['bump-hunt', 'recoil-mass'],
      backgrounds: ['first', 'second'],
    });
    expect(readAnswers({ experiment: 'none' }, '').facts).toEqual({ experiment: [] });
  });
});
