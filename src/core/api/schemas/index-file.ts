import { z } from 'zod';
import { PortalId } from '../../schema/common.ts';
import { ExperimentKind } from '../../schema/experiment.ts';
import {
  Address,
  ConfidenceLevel,
  DerivedByPart,
  EntryId,
  HEAD,
  LifetimePart,
  MassRangePart,
  ScopePart,
  ShapePart,
  SidePart,
  SignaturePart,
  StatusPart,
  Texkey,
} from './parts.ts';
import type { Written } from './written.ts';

const IndexLimit = z.object({
  id: EntryId,
  title: z.string(),
  label: z.string().describe('Who and when.'),
  planes: z.array(EntryId).describe('Planes it stands on, its home first.'),
  portal: PortalId,
  experiments: z.array(EntryId).describe('Empty for compilations and targets.'),
  kinds: z.array(ExperimentKind).describe('What kinds of experiment they are.'),
  search: EntryId.optional(),
  status: StatusPart,
  derivedBy: DerivedByPart,
  shape: ShapePart,
  signature: SignaturePart,
  lifetime: LifetimePart,
  cl: ConfidenceLevel.optional().describe(
    'Confidence level as published, 0.9 for 90 %; absent where the source states none.',
  ),
  year: z.int().optional(),
  date: z.string().optional().describe('YYYY-MM of the preprint, else the year.'),
  reference: Texkey.optional(),
  doi: z.string().optional(),
  arxiv: z.string().optional(),
  massRange: MassRangePart,
  strongest: z
    .object({
      mass: z.number().describe('[canonical unit of the plane]'),
      value: z.number().describe('[canonical unit of the plane]'),
      parameter: z.number().optional().describe('Third quantity of a grid [its canonical unit].'),
      side: SidePart,
    })
    .optional()
    .describe('Where it reaches furthest on its home plane; absent where that has no meaning.'),
  combined: z.array(ScopePart).describe('Combined limits of its home plane that it enters.'),
  supersededBy: z.array(EntryId).describe('Newer results of the same data.'),
  rows: z.int().describe('Rows of its CSV file.'),
  page: Address,
  json: Address,
  csv: Address,
  hepdata: Address.describe('Its HEPData submission.'),
});

const IndexAxis = z.object({ quantity: EntryId, unit: z.string() });

const IndexPlane = z.object({
  id: EntryId,
  title: z.string(),
  short: z.string(),
  portals: z.array(PortalId),
  model: EntryId.describe('Id of the model, `none` where the plane depends on no model.'),
  x: IndexAxis,
  y: IndexAxis,
  limits: z.int().describe('Limits that stand on it.'),
  page: Address,
  json: Address,
  combined: Address.optional().describe('Its combined limit; absent where nothing enters it.'),
  index: Address.describe('What this file says of the limits that stand on it, alone.'),
});

const IndexSearch = z.object({
  id: EntryId,
  title: z.string(),
  portals: z.array(PortalId),
  experiments: z.array(EntryId),
  reference: Texkey.optional(),
  signature: SignaturePart,
  massRange: MassRangePart.optional(),
  limits: z.array(EntryId),
  dataWanted: z.string().optional().describe('Why its numbers are not here, where they are not.'),
  page: Address,
});

const IndexModel = z.object({
  id: EntryId,
  title: z.string(),
  portals: z.array(PortalId),
  lagrangian: z.string().describe('LaTeX, without dollar signs.'),
  quantities: z.array(EntryId),
  page: Address,
});

const IndexExperiment = z.object({
  id: EntryId,
  name: z.string(),
  kind: ExperimentKind,
  facility: EntryId.optional(),
  future: z.boolean().describe('True for proposed experiments, which have observed nothing.'),
  page: Address,
});

/** `index.json`. */
export const IndexFile = z
  .object({
    ...HEAD,
    title: z.string(),
    description: z.string(),
    api: z.literal('v1').describe('Fields are only ever added within a version.'),
    licence: z.object({
      name: z.string().describe('Of our arrangement of the data and of prose.'),
      url: Address,
      numbers: z.string().describe('What holds for the numbers themselves.'),
    }),
    howToCite: z.string(),
    combinedLimits: z.string().describe('What combined limits are, and what they are not.'),
    documentation: Address,
    counts: z.record(z.string(), z.int()),
    files: z
      .array(
        z.object({
          url: z
            .string()
            .describe('<id>, <plane>, <scope> and <level> stand for those of the lists.'),
          what: z.string(),
          schema: Address.optional().describe('Its JSON Schema.'),
        }),
      )
      .describe('Where the rest is.'),
    limits: z.array(IndexLimit),
    planes: z.array(IndexPlane),
    searches: z.array(IndexSearch),
    models: z.array(IndexModel),
    experiments: z.array(IndexExperiment),
  })
  .describe('Everything there is, to be filtered.');
export type IndexFile = Written<z.infer<typeof IndexFile>>;

/** `index/<plane>.json`: it grows with its plane and not with the catalogue. */
export const PlaneIndexFile = z
  .object({
    ...HEAD,
    plane: EntryId,
    limits: z.array(IndexLimit).describe('Limits that stand on the plane, as in index.json.'),
  })
  .describe('What index.json says of the limits of one plane.');
export type PlaneIndexFile = Written<z.infer<typeof PlaneIndexFile>>;
