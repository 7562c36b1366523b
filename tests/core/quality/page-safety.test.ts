import { expect, it } from 'vitest';
import { inspectSafety } from '../../../src/core/quality/page-safety.ts';

const POLICIES = { content: "default-src 'self'", referrer: 'same-origin' };
const HEAD = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><meta name="referrer" content="same-origin">`;

const foundIn = (html: string): string[][] =>
  inspectSafety([{ path: '/index.html', html }], POLICIES).map(({ faults }) =>
    faults.map(({ found }) => found),
  );

it('finds nothing in a page that says its policies and has all in files', () => {
  expect(
    foundIn(
      `${HEAD}<script src="/a.js"></script><script type="application/ld+json">{}</script><img src="/a.png"><a href="https://example.org/">x</a>`,
    ),
  ).toEqual([[], [], [], []]);
});

it('finds pages that say no policy, or another', () => {
  expect(foundIn('').slice(0, 2)).toEqual([['no policy, or another'], ['no policy, or another']]);
  expect(foundIn(HEAD.replace('self', 'none'))[0]).toHaveLength(1);
});

it('finds what is inline', () => {
  expect(foundIn(`${HEAD}<script>x</script><style>y</style><p onclick="z">`)[2]).toEqual([
    '<script>',
    '<style>',
    ' onclick="z"',
  ]);
});

it.each([
  '<script src="https://example.org/a.js">',
  '<img alt="" srcset="//example.org/a.png 2x">',
  '<link rel="stylesheet" href="https://example.org/a.css">',
  '<video src="http://example.org/a.mp4">',
])('finds what another host would be asked for: %s', (html) => {
  expect(foundIn(HEAD + html)[3]).toHaveLength(1);
});
