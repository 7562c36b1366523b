import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { listApiFiles } from '../../../src/core/api/list-files.ts';
import { API_SCHEMAS, listSchemaFiles } from '../../../src/core/api/schema-files.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import { digestText } from '../../../src/io/digest-text.ts';
import { makeApiSite, readApiText } from '../../fixtures/api-site.ts';

const files = listApiFiles(makeApiSite(), digestText);
const ajv = new Ajv2020({ strict: true, strictTuples: false, allowUnionTypes: true });

const validators = new Map(
  Object.keys(API_SCHEMAS).map((name) => [
    name,
    ajv.compile(JSON.parse(readApiText(files, `schemas/${name}.schema.json`)) as object),
  ]),
);

const LIMIT = 'limits/babar-2014-dark-photon.json';
const PLANE = 'planes/dark-photon-visible.json';
const COMBINED = 'combined/dark-photon-visible.json';
const HISTORY = 'combined/dark-photon-visible.history.json';

/** The same JSON with something else at a place, or nothing. */
function replaceAt(
  json: unknown,
  [key, ...rest]: readonly (string | number)[],
  by: unknown,
): unknown {
  if (key === undefined) return by;
  const isList = Array.isArray(json);
  const members = new Map(Object.entries(json as object));
  members.set(String(key), replaceAt(members.get(String(key)) ?? {}, rest, by));
  if (rest.length === 0 && by === undefined) members.delete(String(key));
  return isList ? [...members.values()] : Object.fromEntries(members);
}

describe('the JSON Schemas of the API', () => {
  it.each<[string, string, string, (string | number)[], unknown]>([
    ['index', 'index.json', 'a limit without an id', ['limits', 0, 'id'], undefined],
    ['index', 'index.json', 'a mass range of one number', ['limits', 0, 'massRange'], [1]],
    ['limit', LIMIT, 'numbers as text', ['numbers'], '1,2'],
    ['limit', LIMIT, 'a status nobody knows', ['status'], 'seen'],
    ['limit', LIMIT, 'a law without its factor', ['planes', 0, 'mass', 'factor'], undefined],
    ['limit', LIMIT, 'recasting without an efficiency', ['recast'], { production: [], decay: [] }],
    ['plane', PLANE, 'an axis without a unit', ['x', 'unit'], undefined],
    ['combined', COMBINED, 'no scope ee', ['scopes', 'ee'], undefined],
    ['combined-history', HISTORY, 'a year in words', ['scopes', 'ee', 'years', 0, 'year'], 'then'],
    ['frontier', 'frontier.json', 'a range without an end', ['frontier', 0, 'to'], undefined],
  ])('refuse, by %s.schema.json, %s with %s', (name, path, _what, place, by) => {
    const isValid = mustGet(validators, name);
    const file = JSON.parse(readApiText(files, path)) as unknown;
    expect(isValid(file)).toBe(true);
    expect(isValid(replaceAt(file, place, by))).toBe(false);
  });

  it('let files have further fields, at any depth', () => {
    const isValid = mustGet(validators, 'limit');
    const file = JSON.parse(readApiText(files, LIMIT)) as Record<string, object>;
    Object.assign(file, { later: 1 });
    Object.assign(file['provenance'] ?? {}, { later: 1 });
    expect(isValid(file)).toBe(true);
    for (const { write } of listSchemaFiles({ url: '' }))
      expect(write()).not.toContain('"additionalProperties": false');
  });

  it('are of draft 2020-12, one for every kind of file', () => {
    for (const name of Object.keys(API_SCHEMAS)) {
      const schema = JSON.parse(readApiText(files, `schemas/${name}.schema.json`)) as object;
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
      expect(ajv.validateSchema(schema)).toBe(true);
    }
  });
});
