import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { LimitMeta, Provenance, Signature } from '../../src/core/schema/index.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';

/** GitHub's syntax of issue forms, as documented, without what is not used here. */
const Text = z.string().min(1);
const Input = z.strictObject({
  label: Text,
  description: Text.optional(),
  placeholder: Text.optional(),
});
const Id = z.string().regex(/^[a-zA-Z0-9_-]+$/);
const Validations = z.strictObject({ required: z.boolean() });
const Field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: Text }) }),
  z.strictObject({
    type: z.enum(['input', 'textarea']),
    id: Id,
    attributes: Input,
    validations: Validations.optional(),
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id: Id,
    attributes: Input.omit({ placeholder: true }).extend({ options: z.array(Text).min(1) }),
    validations: Validations.optional(),
  }),
]);
const Form = z.strictObject({
  name: Text,
  description: Text,
  title: Text,
  body: z.array(Field).min(1),
});

const FORMS = readdirSync(FOLDER)
  .filter((file) => file !== 'config.yml')
  .map((file) => ({ file, form: Form.parse(parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))) }));

const fieldsOf = ({ body }: z.output<typeof Form>): { id: string; label: string }[] =>
  body.flatMap((field) =>
    field.type === 'markdown' ? [] : [{ id: field.id, label: field.attributes.label }],
  );

describe('the issue forms', () => {
  it('are one for a result, one for a number and one for a page', () => {
    expect(FORMS.map(({ form }) => form.name).sort()).toEqual([
      'A number is wrong',
      'A page is wrong',
      'Add a result',
    ]);
  });
  it.each(FORMS.map(({ file, form }) => [file, form] as const))(
    '%s has each id, label and option once, and asks for something',
    (_, form) => {
      const fields = fieldsOf(form);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
      for (const field of form.body) {
        if (field.type !== 'dropdown') continue;
        const { options } = field.attributes;
        expect(new Set(options).size).toBe(options.length);
      }
      expect(form.body.some((f) => f.type !== 'markdown' && f.validations?.required)).toBe(true);
    },
  );
  it('offer what the schema of a limit allows, in its words and order', () => {
    const form = FORMS.find(({ file }) => file === 'add-a-result.yml')?.form;
    const options = Object.fromEntries(
      (form?.body ?? []).flatMap((field) =>
        field.type === 'dropdown' ? [[field.id, field.attributes.options]] : [],
      ),
    );
    expect(options).toEqual({
      status: LimitMeta.shape.status.options,
      'derived-by': LimitMeta.shape.derivedBy.options,
      signature: Signature.options,
      method: Provenance.shape.method.options,
    });
  });
  it('give examples that are in the catalogue', () => {
    const form = FORMS.find(({ file }) => file === 'add-a-result.yml')?.form;
    const example = (id: string): string => {
      const field = form?.body.find(
        (candidate) => candidate.type !== 'markdown' && candidate.id === id,
      );
      return field?.type === 'input' ? (field.attributes.placeholder ?? '') : '';
    };
    expect(readdirSync('content/planes')).toContain(`${example('plane')}.yaml`);
    expect(readdirSync('content/experiments')).toContain(`${example('experiment')}.mdx`);
    expect(readFileSync('content/references.bib', 'utf8')).toContain(`{${example('reference')}}`);
  });
  it('leave blank issues possible, which the form of the site needs', () => {
    expect(parse(readFileSync(`${FOLDER}/config.yml`, 'utf8'))).toEqual({
      blank_issues_enabled: true,
    });
  });
});

describe('what else GitHub reads', () => {
  it('names no owner of code who does not exist', () => {
    const lines = readFileSync('.github/CODEOWNERS', 'utf8').split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
  it('updates packages and actions weekly, in groups', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
      updates: { 'package-ecosystem': string; schedule: { interval: string }; groups: object }[];
    };
    expect(updates.map((u) => [u['package-ecosystem'], u.schedule.interval])).toEqual([
      ['npm', 'weekly'],
      ['github-actions', 'weekly'],
    ]);
    expect(updates.every(({ groups }) => Object.keys(groups).length > 0)).toBe(true);
  });
});
