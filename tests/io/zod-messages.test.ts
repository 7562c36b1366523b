import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Confidence, Id, MassRange } from '../../src/core/schema/index.ts';
import { parseYaml } from '../../src/io/yaml-source.ts';
import { describeIssues, show } from '../../src/io/zod-messages.ts';
import { describeMessages } from '../fixtures/make-catalogue.ts';

const Entry = z.strictObject({
  id: Id,
  status: z.enum(['observed', 'target']),
  range: MassRange.optional(),
  confidence: Confidence.optional(),
  reference: z.union([z.literal('none-known'), Id]).optional(),
  list: z.array(z.strictObject({ name: z.string() })).default([]),
});

/** What the schema says of a text, as a report. */
function check(text: string): string {
  const source = parseYaml(text);
  const { error } = Entry.safeParse(source.data, { reportInput: true });
  return error === undefined ? '' : describeMessages(describeIssues(error, 'a.yaml', source));
}

describe('describeIssues', () => {
  it('has nothing to say of a sound entry', () => {
    expect(check('id: a\nstatus: target\nrange: [1, 2]\nconfidence: {level: 0.9}\n')).toBe('');
  });
  it('names a wrong type and its line', () => {
    expect(check('id: a\nstatus: target\nlist:\n  - name: 5\n')).toMatchInlineSnapshot(`
      "a.yaml :4  error  schema
        found     list.0.name = 5
        expected  string, received number
        fix       correct list.0.name"
    `);
  });
  it('names what is missing', () => {
    expect(check('list:\n  - {}\n')).toMatchInlineSnapshot(`
      "a.yaml :1  error  schema
        found     no id
        expected  id: string
        fix       add id
      a.yaml :1  error  schema
        found     no status
        expected  status: one of "observed"|"target"
        fix       add status
      a.yaml :2  error  schema
        found     no list.0.name
        expected  list.0.name: string
        fix       add list.0.name"
    `);
  });
  it('names each unknown key on its line', () => {
    expect(check('id: a\nstatus: target\nsize: 1\nlist:\n  - name: x\n    colour: red\n'))
      .toMatchInlineSnapshot(`
      "a.yaml :6  error  schema
        found     the unknown key list.0.colour
        expected  only the keys of the schema
        fix       remove the key, or correct its spelling
      a.yaml :3  error  schema
        found     the unknown key size
        expected  only the keys of the schema
        fix       remove the key, or correct its spelling"
    `);
  });
  it('names the choices of a list of words', () => {
    expect(check('id: a\nstatus: excluded\n')).toMatchInlineSnapshot(`
      "a.yaml :2  error  schema
        found     status = "excluded"
        expected  one of "observed"|"target"
        fix       correct status"
    `);
  });
  it('gives the reason of a refinement and of a pattern', () => {
    expect(check('id: A_b\nstatus: target\nrange: [2, 1]\n')).toMatchInlineSnapshot(`
      "a.yaml :1  error  schema
        found     id = "A_b"
        expected  an id is kebab-case: a-z, 0-9 and single hyphens
        fix       correct id
      a.yaml :3  error  schema
        found     range = [2,1]
        expected  the lower mass comes first
        fix       correct range"
    `);
  });
  it('follows the branch of a union that was meant', () => {
    expect(check('id: a\nstatus: target\nconfidence:\n  level: 90\n')).toMatchInlineSnapshot(`
      "a.yaml :4  error  schema
        found     confidence.level = 90
        expected  a fraction between 0.5 and 1: 90 % is 0.90
        fix       correct confidence.level"
    `);
    expect(check('id: a\nstatus: target\nconfidence:\n  level: 0.9\n  cl: 90\n'))
      .toMatchInlineSnapshot(`
      "a.yaml :5  error  schema
        found     the unknown key confidence.cl
        expected  only the keys of the schema
        fix       remove the key, or correct its spelling"
    `);
  });
  it('lists the choices of a union where no branch was meant', () => {
    expect(check('id: a\nstatus: target\nreference: 5\n')).toMatchInlineSnapshot(`
      "a.yaml :3  error  schema
        found     reference = 5
        expected  "none-known", or string, received number
        fix       correct reference"
    `);
  });
  it('names the file where the whole of it is wrong', () => {
    expect(check('')).toMatchInlineSnapshot(`
      "a.yaml :1  error  schema
        found     the file = null
        expected  object, received null
        fix       correct the file"
    `);
    expect(check('- a\n')).toMatchInlineSnapshot(`
      "a.yaml :1  error  schema
        found     the file = ["a"]
        expected  object, received array
        fix       correct the file"
    `);
  });
});

describe('show', () => {
  it('shows values as short JSON', () => {
    expect(show('a')).toBe('"a"');
    expect(show(1e-3)).toBe('0.001');
    expect(show(null)).toBe('null');
    expect(show({ a: [1] })).toBe('{"a":[1]}');
    expect(show(undefined)).toBe('nothing');
  });
  it('shows numbers that JSON does not have', () => {
    expect(show(Infinity)).toBe('Infinity');
    expect(show(NaN)).toBe('NaN');
  });
  it('cuts what is long', () => {
    expect(show('a'.repeat(78))).toHaveLength(80);
    expect(show('a'.repeat(79))).toHaveLength(78);
    expect(show('a'.repeat(200))).toMatch(/a…$/);
  });
});
