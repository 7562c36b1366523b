import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { DraftSurroundings } from '../../src/core/contribute/draft-limit.ts';
import type { Contribution } from '../../src/core/contribute/try-draft.ts';
import { readSource } from '../../src/core/import/read-source.ts';
import { askContribution } from '../../src/io/ask-contribution.ts';
import { Interrupted, Prompter } from '../../src/io/prompter.ts';
import { makeCatalogue, makeMethod, makeReference } from '../fixtures/make-catalogue.ts';

const ROWS = '# mass, limit\n300 -6.6\n400 -6.5\n500 -6.4\n700 -6.3\n';

const SURROUNDINGS: DraftSurroundings = {
  context: makeCatalogue({
    methods: [makeMethod()],
    references: [makeReference({ eprint: '1406.2980' })],
  }),
  textOf: () => undefined,
};

function begin(): Contribution {
  const result = readSource('figure.txt', new TextEncoder().encode(ROWS));
  if (!('source' in result)) throw new Error(result.problem.found);
  return {
    facts: {},
    decisions: {},
    sources: [result.source],
    rawFiles: [{ name: 'figure.txt', sha256: 'c'.repeat(64) }],
  };
}

/** What a session comes to where a person types these lines, and what they saw. */
async function session(
  lines: readonly string[],
): Promise<{ result: Awaited<ReturnType<typeof askContribution>> | Interrupted; seen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let seen = '';
  output.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  const prompter = new Prompter(input, output);
  input.end(`${lines.join('\n')}\n`);
  try {
    return { result: await askContribution(begin(), SURROUNDINGS, prompter), seen };
  } catch (error) {
    if (error instanceof Interrupted) return { result: error, seen };
    throw error;
  } finally {
    prompter.close();
  }
}

/** Answers in the order in which they are asked for; a paper that is new, and so is its search. */
const ANSWERS: readonly string[] = [
  'dark-photon-visible',
  'epsilon-squared',
  'Dark photon to muon pairs',
  '2601.00000',
  '@article{BaBar:2026abc, title = {Another},',
  '  eprint = {2601.00000}, year = 2026}',
  '.',
  'no',
  'observed',
  'collaboration',
  'visible',
  '90%',
  '0.3..0.7',
  'digitised',
  'babar',
  'Fig. 4',
  'prompt',
  'e^+e^- \\to \\gamma A',
  'photon and a muon pair',
  'bump-hunt',
  'muon pairs',
  '',
  'prompt decays',
  '',
  // What may be left out: channels, exposure, energy, licence, notes and three texts.
  'mu+mu-',
  '',
  '10.58',
  '',
  '',
  '',
  '',
  '',
];

describe('askContribution', () => {
  it('asks for the plane first, and suggests what was meant', async () => {
    const { result, seen } = await session(['dark-photon-visibel']);
    expect(result).toBeInstanceOf(Interrupted);
    expect(seen).toMatch(
      /^Plane of the result \(dark-photon-visible\): {3}"dark-photon-visibel" is none of them; did you mean dark-photon-visible\?/,
    );
  });
  it('says once what the numbers say and asks what they leave open', async () => {
    const { seen } = await session(ANSWERS.slice(0, 2));
    expect(seen.match(/What the numbers say:/g)).toHaveLength(1);
    expect(seen.match(/ {2}mass: MeV/g)).toHaveLength(1);
    expect(seen).toMatch(
      /\? \(epsilon, epsilon-squared\): {3}value: epsilon-squared, as decided\n/,
    );
    expect(seen).toMatch(/\nTitle: what was sought and how \(for instance .*\): $/);
  });
  it('comes to a draft, with a paper pasted at the prompt and a page for the search', async () => {
    const { result } = await session(ANSWERS);
    if (result instanceof Interrupted) throw result;
    expect(result.attempt.draft?.files.map(({ path }) => path)).toEqual([
      'limits/vector/babar-2026-dark-photon-visible.csv',
      'limits/vector/babar-2026-dark-photon-visible.yaml',
      'searches/vector/babar-2026-dark-photon-visible.mdx',
      'references.bib',
    ]);
    expect(result.attempt.draft?.meta).toMatchObject({
      reference: 'BaBar:2026abc',
      confidence: { level: 0.9 },
      channels: ['mu+mu-'],
      sqrtS: { value: 10.58, unit: 'GeV' },
      value: { quantity: 'epsilon-squared', scale: 'log10' },
    });
    expect(result.contribution.facts.searchFacts).toMatchObject({
      methods: ['bump-hunt'],
      backgrounds: ['muon pairs'],
    });
  });
  it('looks at every answer at once and asks again', async () => {
    const wrong: Record<string, string> = {
      observed: 'observd',
      '90%': '90',
      '0.3..0.7': '0.7..0.3',
      babar: 'babr',
      'bump-hunt': 'hunt',
    };
    const lines = ANSWERS.flatMap((line) => (line in wrong ? [wrong[line] ?? '', line] : [line]));
    const { result, seen } = await session(lines);
    expect(result).not.toBeInstanceOf(Interrupted);
    expect(seen).toContain('"observd" is none of them; did you mean observed?');
    expect(seen).toContain('expected a level like 0.9 or 90%, or not-stated');
    expect(seen).toContain('expected two masses [GeV], the lower first, like 0.02..10.2');
    expect(seen).toContain('"babr" is none of them; did you mean babar?');
    expect(seen).toContain('bump-hunt  Bump hunt');
  });
  it('takes a paper back where nothing is pasted, and one that is there without asking', async () => {
    const lines = [...ANSWERS.slice(0, 4), '.', '1406.2980', ...ANSWERS.slice(8)];
    const { result } = await session(lines);
    expect(result).toMatchObject({ attempt: { draft: { meta: { reference: 'BaBar:2014zli' } } } });
  });
  it('ends where the person ends it, at whatever question', async () => {
    for (let given = 0; given < ANSWERS.length; given++) {
      const { result } = await session(ANSWERS.slice(0, given));
      expect(result, `after ${String(given)} answers`).toBeInstanceOf(Interrupted);
    }
  });
});
