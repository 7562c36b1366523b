import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { RULES } from '../../src/core/lint/rules/index.ts';

it('the data guidelines explain every rule, and no rule that does not exist', async () => {
  const text = await readFile('docs/data-guidelines.md', 'utf8');
  const documented = [...text.matchAll(/^\| `([a-z-]+)`( \*reader\*)?\s*\|/gm)]
    .filter(([, , isReader]) => isReader === undefined)
    .map(([, name]) => name)
    .filter((name) => text.indexOf(`| \`${String(name)}\``) < text.indexOf('## Shapes'));
  expect(documented.toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
});
