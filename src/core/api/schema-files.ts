import { z } from 'zod';
import type { ApiFile, ApiSite } from './api-file.ts';
import { schemaPath, schemaUrl } from './address.ts';
import { CombinedApiFile } from './schemas/combined-file.ts';
import { FrontierFile } from './schemas/frontier-file.ts';
import { HistoryFile } from './schemas/history-file.ts';
import { IndexFile, PlaneIndexFile } from './schemas/index-file.ts';
import { LimitFile } from './schemas/limit-file.ts';
import { PlaneFile } from './schemas/plane-file.ts';

/** The JSON Schemas of the API by name. */
export const API_SCHEMAS = {
  index: IndexFile,
  'plane-index': PlaneIndexFile,
  limit: LimitFile,
  plane: PlaneFile,
  combined: CombinedApiFile,
  'combined-history': HistoryFile,
  frontier: FrontierFile,
} as const satisfies Readonly<Record<string, z.ZodType>>;
export type SchemaName = keyof typeof API_SCHEMAS;

/** JSON Schema (draft 2020-12) of every JSON file of the API. */
export const listSchemaFiles = (site: Pick<ApiSite, 'url'>): ApiFile[] =>
  Object.entries(API_SCHEMAS).map(([name, schema]) => ({
    path: schemaPath(name),
    mediaType: 'application/schema+json',
    write: () => `${JSON.stringify(describe(name, schema, site), undefined, 1)}\n`,
  }));

/** Objects are open: a program that knows a schema can read files that got further fields since. */
const describe = (name: string, schema: z.ZodType, site: Pick<ApiSite, 'url'>): object => ({
  $id: schemaUrl(site, name),
  title: `${name}.json of the API of Dark Portals, version 1`,
  ...z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }),
});
