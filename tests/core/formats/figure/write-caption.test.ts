import { describe, expect, it } from 'vitest';
import { writeCaption, writeCite } from '../../../../src/core/formats/figure/write-caption.ts';
import { makeSeries, makeSpec } from '../../figure/make-series.ts';
import { makeContext } from './make-context.ts';

const spec = makeSpec({
  title: 'Dark photon decaying to Standard Model particles',
  outlines: [{ scope: 'ee', levels: [0.9], rings: [] }],
  series: [
    makeSeries({ limit: 'babar', reference: 'BaBar:2014zli', confidenceLevel: 0.9 }),
    makeSeries({
      limit: 'kloe',
      label: 'KLOE 2018 (μ⁺μ⁻)',
      reference: 'KLOE:2018',
      derivedBy: 'reinterpretation',
      confidenceLevel: 0.95,
    }),
    makeSeries({ limit: 'belle', label: 'Belle II 2019', status: 'projected' }),
    makeSeries({ limit: 'muon', label: 'Muon moment', status: 'favoured', layer: 'favoured' }),
  ],
});

describe('a caption', () => {
  it('names every source by what it is, with paper, numbers and confidence level', () => {
    expect(writeCaption(spec, makeContext())).toBe(
      [
        String.raw`\caption[{Limits on $\varepsilon$ against $m_{A'}$ for dark photon decaying to Standard Model particles.}]{%`,
        String.raw`Limits on $\varepsilon$ against $m_{A'}$ for dark photon decaying to Standard Model particles: BaBar 2014~\cite{BaBar:2014zli} (90\% CL; numbers from~\cite{Ilten:2018crw});`,
        String.raw`reinterpretations: KLOE 2018 (\ensuremath{\mu ^{+}\mu ^{-}})~\cite{KLOE:2018} (95\% CL);`,
        'projections: Belle II 2019 (CL not stated);',
        'regions favoured by a measurement: Muon moment (CL not stated).',
        String.raw`Combined (the union of the published exclusions, not a statistical combination): broad line: best $e^{+}e^{-}$ limit.`,
        String.raw`Figure data from Dark Portals, content of 2026-03-01 (abc1234), \texttt{https://example.org/\allowbreak{}planes/\allowbreak{}test-plane/\allowbreak{}?\allowbreak{}y=\allowbreak{}epsilon-2\&\allowbreak{}x=\allowbreak{}0.01\_10\#figure}.`,
        '}',
        '',
      ].join('\n'),
    );
  });

  it('leaves a list too long for TeX to the paragraph below', () => {
    const series = Array.from({ length: 100 }, (_, i) =>
      makeSeries({ limit: `limit-${String(i)}`, label: `An experiment ${String(i)}` }),
    );
    const text = writeCaption(makeSpec({ series }), makeContext());
    expect(text).toMatch(/^\\caption[^]*\n\}\n\{\\footnotesize Sources: An experiment 0 /u);
    expect(text.split('\n}\n')[0]).not.toContain('An experiment');
  });

  it('comes with every paper and the view in one \\cite', () => {
    const view = 'DarkPortals:planes-test-plane';
    const context = makeContext({ permalink: 'https://example.org/planes/test-plane/' });
    expect(writeCite(spec, context)).toBe(
      `\\cite{BaBar:2014zli,Ilten:2018crw,KLOE:2018,${view}}\n`,
    );
    expect(writeCite(makeSpec(), { ...context, sources: new Map() })).toBe(`\\cite{${view}}\n`);
  });
});
