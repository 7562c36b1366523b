import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/core/lint/rules/index.ts';

/** Rules that come with reading, which no file of `rules/` holds. */
const READER = [
  'csv-columns',
  'exceptions',
  'readable-file',
  'schema',
  'strict-numbers',
  'yaml-syntax',
];

const text = await readFile('docs/data-guidelines.md', 'utf8');
const sections = text
  .split(/^#{2,3} /m)
  .slice(1)
  .flatMap((section) => {
    const [, name, isReader] = /^`([a-z-]+)`( \(reader\))?\n/.exec(section) ?? [];
    return name === undefined ? [] : [{ name, isReader: isReader !== undefined, section }];
  });

describe('the data guidelines', () => {
  it('explain every rule, and no rule that does not exist', () => {
    const named = (isReader: boolean): string[] =>
      sections
        .filter((one) => one.isReader === isReader)
        .map(({ name }) => name)
        .toSorted();
    expect(named(false)).toEqual(RULES.map(({ name }) => name).toSorted());
    expect(named(true)).toEqual(READER);
  });
  it.each(sections.map(({ name, section }) => [name, section]))(
    'say of %s what, why, and give a good and a bad example',
    (_name, section) => {
      expect(section).toMatch(/^`[a-z-]+`(?: \(reader\))?\n\n\S[\s\S]+?\n\n- Why: \S/);
      expect(section).toMatch(/\n- Good: \S/);
      expect(section).toMatch(/\n- Bad: \S/);
    },
  );
  it('say of every rule that has a repair what --fix does', async () => {
    for (const { name } of RULES) {
      const source = await readFile(`src/core/lint/rules/${name}.ts`, 'utf8');
      const section = sections.find((one) => one.name === name)?.section ?? '';
      expect(section.includes('--fix'), name).toBe(source.includes('repair: {'));
    }
  });
});
