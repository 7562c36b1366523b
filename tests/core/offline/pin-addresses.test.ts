import { describe, expect, it } from 'vitest';
import { type Pin, pinAddresses } from '../../../src/core/offline/pin-addresses.ts';

const PINS: readonly Pin[] = [
  { from: '/figures/spec', to: '/_astro/1/figures/spec', isPromised: false },
  { from: '/theme.js', to: '/_astro/2/theme.js', isPromised: false },
  { from: '/references.bib', to: '/_astro/3/references.bib', isPromised: true },
];

describe('the addresses of what a page loads', () => {
  it('get names of their content', () => {
    const html =
      '<script src="/sub/theme.js"></script><dp-figure data-src="/sub/figures/spec/p.json" data-spec="/sub/figures/spec">';
    expect(pinAddresses(html, PINS, '/sub/')).toBe(
      '<script src="/sub/_astro/2/theme.js"></script><dp-figure data-src="/sub/_astro/1/figures/spec/p.json" data-spec="/sub/_astro/1/figures/spec">',
    );
  });

  it('stay where they are of something else, of another site or no whole name', () => {
    const html =
      '<a href="/figures/spec/p.json"></a><a href="/sub/figures/special/"></a><a href="/sub/theme.js.map"></a><a title="/sub/theme.js"></a>';
    expect(pinAddresses(html, PINS, '/sub/')).toBe(html);
  });

  it('stay in links to what is promised where it stands, and not in what scripts load', () => {
    const html = '<a href="/references.bib" data-bibtex="/references.bib">';
    expect(pinAddresses(html, PINS, '/')).toBe(
      '<a href="/references.bib" data-bibtex="/_astro/3/references.bib">',
    );
  });
});
