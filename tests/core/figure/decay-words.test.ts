import { expect, it } from 'vitest';
import { describeBranchings, describeLengths } from '../../../src/core/figure/decay-words.ts';

it('branching fractions are told by who leads and how far each goes up', () => {
  const lines = [
    {
      name: 'e⁺e⁻',
      segments: [
        [
          [0.01, 1],
          [1, 0.25],
        ] as const,
      ],
    },
    {
      name: 'μ⁺μ⁻',
      segments: [
        [
          [0.211, 5e-4],
          [1, 0.345],
        ] as const,
      ],
    },
    { name: 'tiny', segments: [[[1, 5e-4]] as const] },
  ];
  const leaders = [{ name: 'e⁺e⁻', from: 0.01, to: 0.9 }];
  expect(describeBranchings([0.01, 1], leaders, lines, 1e-3)).toEqual({
    lead: 'Branching fractions, from 0.1 % to 100 %, against mass from 10 MeV to 1 GeV; both axes logarithmic. 3 lines.',
    facts: [
      'e⁺e⁻ is the most frequent from 10 MeV to 900 MeV.',
      'e⁺e⁻ reaches at most 100 %, at 10 MeV.',
      'μ⁺μ⁻ reaches at most 35 %, at 1 GeV.',
    ],
  });
});

it('decay lengths are told at both ends and where they are shortest', () => {
  const lines = [
    {
      name: 'ε = 10⁻³',
      segments: [
        [
          [0.01, 2],
          [0.5, 1e-6],
          [1, 3e-6],
        ] as const,
      ],
    },
  ];
  expect(describeLengths([0.01, 1], lines)).toEqual({
    lead: 'Proper decay length cτ against mass from 10 MeV to 1 GeV; both axes logarithmic. One line, one for each coupling.',
    facts: ['At ε = 10⁻³: 2 m at 10 MeV, 3 µm at 1 GeV; shortest 1 µm at 500 MeV.'],
  });
});
