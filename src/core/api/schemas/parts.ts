import { z } from 'zod';
import { LEVELS, SCOPES } from '../../combine/inputs.ts';
import { Exposure, Signature, SqrtS } from '../../schema/common.ts';
import { ExperimentKind } from '../../schema/experiment.ts';
import { LimitMeta, Shape } from '../../schema/limit.ts';
import { Reference } from '../../schema/reference.ts';

/** What files of the API have in common. Objects stay open: fields are only ever added. */

export const Address = z.string().describe('An absolute address.');

export const EntryId = z.string().describe('Id in the catalogue: stays, or is redirected.');

export const Texkey = z
  .string()
  .describe('Key of the paper in references.bib: its INSPIRE texkey where one is known.');

export const ContentVersionPart = z
  .object({
    date: z.string().describe('Date of the last change of the content, YYYY-MM-DD.'),
    commit: z.string().describe('That state of the content: a shortened commit.'),
    release: z.string().optional().describe('The released version that has exactly this content.'),
  })
  .describe('Which state of the catalogue the file was written from.');

/** What every file begins with. */
export const HEAD = {
  $schema: Address.describe('The JSON Schema of this file.'),
  contentVersion: ContentVersionPart,
};

export const MassRangePart = z
  .tuple([z.number(), z.number()])
  .describe('Lowest and highest mass [GeV].');

export const ConfidenceLevel = z
  .number()
  .describe('Confidence level as published, 0.9 for 90 %; never rescaled.');

export const SignaturePart = Signature.describe('What the detector sees of the new particle.');

export const LifetimePart = LimitMeta.shape.lifetime.describe(
  'Where the particle is assumed to decay.',
);

export const StatusPart = LimitMeta.shape.status.describe(
  'Only what is observed excludes anything.',
);

export const DerivedByPart = LimitMeta.shape.derivedBy.describe('Whose number it is.');

export const ShapePart = Shape.describe(
  'What the rows are: one-sided curves; the two edges of an interval; closed contours; points at tested masses only; a grid over mass and another parameter; a map of the ratio of allowed to expected yield, excluded below one; a favoured band; a line.',
);

export const SidePart = z.enum(['above', 'below']).describe('The excluded side of a curve.');

export const ScopePart = z
  .enum(SCOPES)
  .describe(
    'Whose limits enter: all laboratory experiments, or those at electron–positron colliders.',
  );

export const LevelPart = z
  .enum(LEVELS)
  .describe('Which confidence levels enter; `all` mixes them and never rescales.');

export const ExposurePart = z
  .object({
    value: Exposure.shape.value,
    unit: Exposure.shape.unit,
    verified: z.boolean().describe('False where it was not confirmed from the paper.'),
    note: z.string().optional(),
  })
  .describe('Integrated luminosity, or a number of decays or of particles on target.');

export const SqrtSPart = z
  .object({ value: SqrtS.shape.value.describe('[GeV]'), unit: z.literal('GeV') })
  .describe('Centre-of-mass energy of the machine.');

export const ExperimentPart = z.object({
  id: EntryId,
  name: z.string(),
  kind: ExperimentKind.describe('What kind of experiment it is.'),
});

export const PaperPart = z
  .object({
    key: Texkey,
    title: z.string().optional().describe('Mathematics between dollars.'),
    authors: z.string().optional().describe('As in BibTeX, for instance `Lees, J. P. and others`.'),
    collaboration: z.string().optional(),
    journal: z.string().optional(),
    volume: z.string().optional(),
    pages: z.string().optional(),
    year: z.int().optional(),
    doi: z.string().optional().describe('Without https://doi.org/.'),
    arxiv: z.string().optional().describe('Number of the preprint.'),
    hepdata: z.string().optional().describe('HEPData’s record of the paper’s own numbers.'),
    url: Address.optional().describe('Where to read it: its DOI, else its preprint.'),
    bibliography: Reference.shape.bibliography.describe(
      'How far this record was compared with the paper.',
    ),
  })
  .describe('A paper; what is not known of it is absent.');

/** A quantity on an axis, or in a column of numbers. */
export const QuantityPart = z.object({
  quantity: EntryId.describe('Id of the quantity.'),
  name: z.string().describe('In words.'),
  symbol: z.string().describe('LaTeX, without dollar signs.'),
  plain: z.string().describe('The symbol in Unicode; _x and ^x lower and raise.'),
  unit: z.string().describe('Canonical unit, `1` where there is none.'),
  definition: z
    .string()
    .describe('The term of the Lagrangian or the definition that fixes the normalisation.'),
});

export const AxisPart = QuantityPart.extend({
  range: z.tuple([z.number(), z.number()]).describe('Drawn range [unit of the axis].'),
  scale: z.enum(['log', 'linear']),
});

/** y = factor · x^power, x being the number of the file, or ten to its power. */
export const LawPart = z
  .object({
    isLog10: z.boolean().describe('True where the file holds decimal logarithms: x = 10^number.'),
    factor: z.number().describe('To 12 digits where it is computed.'),
    power: z.number(),
    quantity: EntryId.describe('What comes out.'),
    unit: z.string().describe('Its unit.'),
  })
  .describe('Exact conversion of a number x of the file: factor · x^power.');

export const PointPart = z
  .tuple([z.number(), z.number()])
  .describe('Mass and value [canonical units of the plane].');

export const FrontierPart = z.object({
  from: z.number().describe('Lowest mass [canonical unit of the plane].'),
  to: z.number().describe('Highest mass [canonical unit of the plane].'),
  limit: EntryId.describe('The limit that sets the combined limit in between.'),
  confidence: z.union([ConfidenceLevel, z.literal('not-stated')]),
  runnerUp: EntryId.optional().describe('The limit that comes second over most of the range.'),
  factor: z
    .number()
    .optional()
    .describe('Runner-up over holder: geometric mean over log mass where both are.'),
});

export const CombinedLevelPart = z.object({
  inputs: z.array(EntryId).describe('Limits that may set this combined limit.'),
  envelope: z
    .array(z.array(PointPart))
    .describe(
      'The lowest one-sided limit, a line for each contiguous range of mass; between two points it is a straight line in log mass and log value.',
    ),
  frontier: z.array(FrontierPart).describe('Who sets the envelope where.'),
  regions: z
    .array(
      z.object({
        outer: z.array(PointPart).describe('Outline, first point repeated last.'),
        holes: z.array(z.array(PointPart)),
        openAbove: z
          .boolean()
          .describe(
            'True where everything above is excluded: the outline is cut at the plane’s top.',
          ),
      }),
    )
    .describe('Everything excluded: the union of what is beyond the envelope and of islands.'),
});
