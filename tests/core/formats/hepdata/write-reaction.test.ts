import { expect, it } from 'vitest';
import { writeReaction } from '../../../../src/core/formats/hepdata/write-reaction.ts';
import { readRealContent } from '../../../fixtures/real-content.ts';

it.each([
  [
    String.raw`e^+e^- \to \gamma A',\ A' \to e^+e^-,\ \mu^+\mu^-`,
    "e+ e- --> gamma A', A' --> e+ e-, mu+ mu-",
  ],
  [String.raw`B\to(X)\,\ell N,\ N\to\ell^\pm\pi^\mp`, 'B --> (X) l N, N --> l+- pi-+'],
  [String.raw`\tau^-\to\pi^- N,\ N\to\mu^+\mu^-\nu_\tau`, 'tau- --> pi- N, N --> mu+ mu- nutau'],
  [String.raw`J/\psi \to \eta' A'`, "J/psi --> eta' A'"],
  [String.raw`B\to K^{(*)}\nu\bar\nu`, 'B --> K(*) nu nubar'],
  [String.raw`A^0\to c\bar c`, 'A0 --> c cbar'],
  [String.raw`h' \to A'A'`, "h' --> A' A'"],
  [String.raw`e^+e^-\to LX\quad\mathrm{and}\quad B\to X_sL`, 'e+ e- --> LX and B --> Xs L'],
  [String.raw`\gamma A',\ A' \to \text{invisible}`, "gamma A', A' --> invisible"],
])('writes %s in plain letters', (latex, plain) => {
  expect(writeReaction(latex)).toBe(plain);
});

it('leaves no LaTeX in any process of the catalogue', async () => {
  const { catalogue } = await readRealContent();
  const written = [...catalogue.searches.values()].map(({ process }) => writeReaction(process));
  expect(written.filter((line) => !/^[A-Za-z0-9 +\-*/'>(),;]+$/u.test(line))).toEqual([]);
  expect(written.filter((line) => !line.includes(' --> '))).toEqual([]);
});
