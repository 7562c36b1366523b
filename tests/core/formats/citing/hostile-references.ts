import { makeReference } from '../../../fixtures/make-catalogue.ts';
import type { Reference } from '../../../../src/core/schema/index.ts';

/** What a record could say to be read as something else by whatever takes it. */
export const HOSTILE_TEXTS = [
  '</script><script>alert(1)</script>',
  'two\r\nER  - \r\nTY  - JOUR\r\nTI  - another',
  'two\nlines\u2028and a third',
  'a " quote, a \' quote and a \\ backslash',
  '} closed, { opened, }} and @article{evil, title={x}}',
  '\u202Eright to left\u0000',
  'an unpaired dollar $ and \\input{/etc/passwd}',
  '$\\unknown{x}^{\\frac{1}{2}}$ & <b>bold</b> %20',
];

/** A record with that text wherever text may stand. */
export const makeHostile = (text: string): Reference => ({
  ...makeReference(),
  title: text,
  authors: `${text} and Lees, ${text} and others`,
  collaboration: text,
  journal: text,
  volume: text,
  pages: text,
  note: text,
});
