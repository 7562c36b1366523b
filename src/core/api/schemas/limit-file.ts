import { z } from 'zod';
import { PortalId } from '../../schema/common.ts';
import { LimitMeta, Provenance, RawSource, Recast } from '../../schema/limit.ts';
import {
  Address,
  ConfidenceLevel,
  DerivedByPart,
  EntryId,
  ExperimentPart,
  ExposurePart,
  HEAD,
  LawPart,
  LifetimePart,
  MassRangePart,
  PaperPart,
  ScopePart,
  ShapePart,
  SidePart,
  SignaturePart,
  SqrtSPart,
  StatusPart,
  Texkey,
} from './parts.ts';
import type { Written } from './written.ts';

const ColumnPart = z.object({
  name: z.string().describe('As in the header of the CSV file and in `numbers`.'),
  type: z.enum(['number', 'integer', 'string']),
  description: z.string(),
  quantity: EntryId.optional().describe('Id of the quantity.'),
  unit: z.string().optional().describe('Unit as published; of the number before its logarithm.'),
  scale: z
    .enum(['linear', 'log10'])
    .optional()
    .describe('log10 where the column holds decimal logarithms.'),
  law: z
    .enum(['mass', 'value'])
    .optional()
    .describe('Which law of a plane in `planes` converts it.'),
});

const RawPart = z
  .object({
    path: RawSource.shape.path.describe('Path of the raw file at its source.'),
    sha256: RawSource.shape.sha256,
    lines: RawSource.shape.lines.describe('First and last line read, counted from one.'),
    columns: RawSource.shape.columns.describe('Columns read, counted from zero.'),
    role: z.string().describe('What these numbers became.'),
    rows: z.int().describe('Rows found: those kept and those dropped.'),
    kept: z.int(),
    dropped: z.array(z.object({ rows: z.int(), why: z.string() })),
    written: z.int().describe('Rows of the table written from it.'),
    transforms: RawSource.shape.transforms
      .unwrap()
      .describe('What was done between the raw numbers and the table.'),
  })
  .describe('The accounting of a raw file: every row is kept, or dropped with a reason.');

/** `limits/<id>.json`. */
export const LimitFile = z
  .object({
    ...HEAD,
    id: EntryId,
    title: z.string(),
    label: z.string().describe('Who and when.'),
    page: Address,
    csv: Address.describe('The same numbers as a file.'),
    portal: PortalId,
    plane: EntryId.describe('The plane it was published for.'),
    planes: z
      .array(
        z.object({
          plane: EntryId,
          why: z.string().optional().describe('Why it holds there, where that is not its home.'),
          massRange: MassRangePart.optional().describe(
            'Masses between which it holds there, where that is not everywhere [GeV].',
          ),
          excludes: SidePart.optional().describe('In the quantity of that plane.'),
          mass: LawPart,
          value: LawPart,
          combined: z.array(ScopePart).describe('Combined limits of that plane that it enters.'),
        }),
      )
      .describe('Every plane it stands on, its home first, and the laws that lead there.'),
    search: EntryId.optional().describe('The analysis it belongs to.'),
    experiments: z.array(ExperimentPart).describe('Empty for compilations and targets.'),
    reference: PaperPart.optional().describe('The paper of the analysis, where one is known.'),
    data: PaperPart.optional().describe('The paper the numbers came from, if another one.'),
    alsoCite: z.array(PaperPart).describe('Further papers the result rests on.'),
    year: z.int().optional(),
    status: StatusPart,
    derivedBy: DerivedByPart,
    shape: ShapePart,
    excludes: SidePart.optional().describe('In the quantity as published.'),
    signature: SignaturePart,
    lifetime: LifetimePart,
    channels: z.array(z.string()).describe('Final states, in plain words or symbols.'),
    confidence: z.union([
      z.literal('not-stated'),
      z.object({
        level: ConfidenceLevel,
        method: z.string().optional().describe('Statistical method, where the source says it.'),
        verified: z.boolean().describe('False where it was not confirmed from the paper.'),
      }),
    ]),
    exposure: ExposurePart.optional(),
    sqrtS: SqrtSPart.optional(),
    massRange: MassRangePart,
    gaps: z
      .array(z.object({ from: z.number(), to: z.number(), why: z.string() }))
      .describe('Windows of mass inside the range without a limit [GeV].'),
    jumps: z
      .array(z.object({ at: z.number(), why: z.string() }))
      .describe('Jumps between neighbouring points that are real [unit of the mass column].'),
    anchors: z
      .array(
        z.object({
          mass: z.number().describe('[unit of the mass column]'),
          value: z.number().describe('[unit of the value column]'),
          within: z.number().describe('Relative tolerance.'),
          where: z.string().describe('Where the paper says so.'),
        }),
      )
      .describe('Values that the paper states in words.'),
    ratePower: LimitMeta.shape.ratePower.describe(
      'Power of the native quantity in the signal rate, where it is not the quantity’s own.',
    ),
    recast: Recast.optional().describe(
      'Facts for recasting, in the vocabulary of arXiv:1801.04847; masses [GeV], lengths [m], times in the unit of their name.',
    ),
    provenance: z
      .object({
        method: Provenance.shape.method.describe('How the numbers were obtained.'),
        figure: Provenance.shape.figure.describe('Figure or table of the paper.'),
        from: z
          .object({
            name: z.string(),
            path: z.string(),
            revision: z.string(),
            licence: z.string().describe('As the source states it.'),
          })
          .describe('Where the numbers were taken from.'),
        raw: z.array(RawPart).describe('Empty only for numbers computed by this project.'),
      })
      .describe('Where the numbers come from.'),
    supersedes: z
      .array(z.object({ limit: EntryId, as: z.enum(['update', 'combination-of-channels']) }))
      .describe('Older results of the same data.'),
    supersededBy: z.array(EntryId).describe('Newer results of the same data.'),
    unverified: z.array(z.string()).describe('Statements that were not confirmed from the paper.'),
    notes: z.string().optional(),
    howToCite: z.object({
      text: z.string(),
      keys: z.array(Texkey).describe('Papers to cite, the analysis first.'),
      bibtex: Address.describe('Those papers as BibTeX.'),
    }),
    columns: z.array(ColumnPart).describe('Columns of the table, in their order.'),
    rows: z.int().describe('Number of rows.'),
    numbers: z
      .record(z.string(), z.array(z.union([z.number(), z.string()])))
      .describe('The table by columns, digits as published.'),
  })
  .describe('One published limit: its facts, where it comes from and its numbers.');
export type LimitFile = Written<z.infer<typeof LimitFile>>;
