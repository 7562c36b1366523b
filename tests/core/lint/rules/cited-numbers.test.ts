import { describe, expect, it } from 'vitest';
import { citedNumbers } from '../../../../src/core/lint/rules/cited-numbers.ts';
import { lint, makePortal, makeTerm } from '../../../fixtures/make-catalogue.ts';

const lintBody = (body: string): string => lint(citedNumbers, { portals: [makePortal({ body })] });
const CITE = '<Cite key="BaBar:2014zli"/>';

describe('cited-numbers', () => {
  it('sees a measured number without a source, and says where', () => {
    expect(lintBody('A first line.\n\nBaBar recorded 514 fb⁻¹ of data.')).toMatchInlineSnapshot(`
      "portals/vector.mdx :12  error  cited-numbers
        found     the number “BaBar recorded 514 fb⁻¹ of data.” without a source in its sentence
        expected  a citation, a footnote that names the source, or a value read from the data
        fix       add <Cite key="…"/> to the sentence, use <Value limit="…"/>, or leave the number out"
    `);
  });
  it.each([
    'limits of $10^{-3}$',
    'limits of 10⁻³',
    'limits of 4.4e-4',
    'a mass of 10.58',
    'masses up to 8 GeV',
    'masses up to $8\\,\\mathrm{GeV}$',
    'masses up to $8\\ \\text{MeV}$',
    'at 90 % confidence',
    'a rate of 30 kHz',
    'an excess of 3σ',
    'an excess of $3\\sigma$',
    'after 500 fits',
    'flights of 15 cm',
    'flights of 2 m',
    'fields of $2\\,\\mathrm{T}$',
  ])('takes “%s” for a measured number', (text) => {
    expect(lintBody(`There are ${text}.`)).toContain('without a source');
    expect(lintBody(`There are ${text} ${CITE}.`)).toBe('');
  });
  it.each([
    'In 2014 two papers appeared.',
    'Pairs with twice the muon mass, $2m_\\mu$, open a channel.',
    'The rate goes as $1/s$ and as $\\varepsilon^2$, with $\\frac{1}{2}$ of it lost.',
    'The four-muon state, arXiv:1606.03501, and three photons.',
    'Run 1 and Run 2 of Belle II.',
    'The limit of $\\frac{2m}{s}$ and of $2 m_\\chi$ and $\\chi_2$ decays.',
    'The region is <Value limit="babar-2014-dark-photon" of="mass-range"/> wide.',
  ])('lets “%s” pass', (text) => {
    expect(lintBody(text)).toBe('');
  });
  it('wants the source in the sentence of the number, not in the next one', () => {
    expect(lintBody(`BaBar has 514 fb⁻¹. Others have more ${CITE}.`)).toContain('514 fb⁻¹');
    expect(lintBody(`Others have more ${CITE}. BaBar has 514 fb⁻¹.`)).toContain('514 fb⁻¹');
    expect(lintBody(`BaBar has 514 fb⁻¹ ${CITE}. Others have less.`)).toBe('');
  });
  it('takes a footnote for a source, and looks into the footnote', () => {
    expect(lintBody('Belle II has 575 fb⁻¹.[^a]\n\n[^a]: As shown in talks.')).toBe('');
    expect(lintBody('Belle II has 575 fb⁻¹[^a].\n\n[^a]: Or 560 fb⁻¹.')).toContain('560 fb⁻¹');
  });
  it('takes a row of a table, a list item and a heading for a sentence each', () => {
    const table = (cell: string): string => `| a | b |\n| - | - |\n| 1.1 nb | ${cell} |`;
    expect(lintBody(table('none'))).toContain('1.1 nb');
    expect(lintBody(table(CITE))).toBe('');
    expect(lintBody('- 20 fb⁻¹ of data')).toContain('20 fb⁻¹');
    expect(lintBody('## Below 10 GeV')).toContain('10 GeV');
  });
  it('reads on through emphasis, links and formulas', () => {
    expect(lintBody(`A mass of *8.0* [GeV](/planes/) holds ${CITE}.`)).toBe('');
    expect(lintBody('A mass of *8.0* [GeV](/planes/) holds.')).toContain('8.0');
  });
  it('lets a formula on its own take its source from the sentence before or after it', () => {
    const formula = '\n\n$$\n(251 \\pm 59)\\times 10^{-11}\n$$\n\n';
    expect(lintBody(`It was${formula}then.`)).toContain('10^{-11}');
    expect(lintBody(`It was ${CITE}${formula}then.`)).toBe('');
    expect(lintBody(`It was${formula}in those days ${CITE}.`)).toBe('');
    expect(lintBody(`As in ${CITE}. It was${formula}then.`)).toContain('10^{-11}');
  });
  it('takes a remark in the margin for a text of its own', () => {
    expect(lintBody(`A mass <Note>of 8 GeV</Note> holds ${CITE}.`)).toContain('8 GeV');
  });
  it('wants references where a definition of the glossary has a number', () => {
    const lintTerm = (references: string[]): string =>
      lint(citedNumbers, {
        glossary: [makeTerm({ definition: 'About 10.58 GeV.', references })],
      });
    expect(lintTerm([])).toMatchInlineSnapshot(`
      "glossary/portal.yaml definition  error  cited-numbers
        found     the number “About 10.58 GeV.” without a source in its sentence
        expected  a citation, a footnote that names the source, or a value read from the data
        fix       add <Cite key="…"/> to the sentence, use <Value limit="…"/>, or leave the number out"
    `);
    expect(lintTerm(['BaBar:2014zli'])).toBe('');
  });
});
