/**
 * Whether an address leads where it seems to: https, and a host of plain letters. A name before an `@` is no host
 * (`https://arxiv.org@example.org` is a page of example.org), and letters of other alphabets, also as `xn--`, can
 * look like those of a host that is known.
 */
export const isPlainAddress = (url: string): boolean =>
  /^https:\/\/(?!(?:[^/?#]*\.)?xn--)[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d+)?(?:[/?#]|$)/i.test(url);
