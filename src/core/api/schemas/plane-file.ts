import { z } from 'zod';
import { PortalId } from '../../schema/common.ts';
import { Plane } from '../../schema/plane.ts';
import {
  Address,
  AxisPart,
  EntryId,
  HEAD,
  LawPart,
  MassRangePart,
  ScopePart,
  SidePart,
  StatusPart,
} from './parts.ts';
import type { Written } from './written.ts';

/** `planes/<id>.json`. */
export const PlaneFile = z
  .object({
    ...HEAD,
    id: EntryId,
    title: z.string(),
    short: z.string(),
    page: Address,
    portals: z.array(PortalId),
    model: EntryId.describe('Id of the model, `none` where the plane depends on no model.'),
    x: AxisPart,
    y: AxisPart,
    scenario: z
      .object({
        decays: z.string().describe('What the new particle decays to.'),
        branching: z.string().describe('How the branching fractions are fixed.'),
      })
      .describe('Assumed decays.'),
    nature: Plane.shape.nature.describe('Of the heavy neutral lepton.'),
    flavour: Plane.shape.flavour.describe('Of the lepton it mixes or couples with.'),
    parameters: z.record(z.string(), z.number()).describe('Parameters that are fixed.'),
    views: z
      .array(
        z.object({
          id: EntryId,
          title: z.string(),
          x: AxisPart,
          y: AxisPart,
          parameters: z.record(z.string(), z.number()),
        }),
      )
      .describe('The plane in other quantities, at parameters that are stated.'),
    assumptions: z.string(),
    limits: z
      .array(
        z.object({
          id: EntryId,
          status: StatusPart,
          why: z.string().optional().describe('Why it holds here, where this is not its home.'),
          massRange: MassRangePart.optional().describe(
            'Masses between which it holds here, where that is not everywhere [GeV].',
          ),
          excludes: SidePart.optional().describe('In the quantity of this plane.'),
          mass: LawPart.describe('From the limit’s column of masses to x: factor · number^power.'),
          value: LawPart.describe('From the limit’s column of values to y: factor · number^power.'),
          combined: z.array(ScopePart).describe('Combined limits that it enters.'),
          json: Address,
          csv: Address,
        }),
      )
      .describe('Every limit of the plane, its own first.'),
    files: z
      .record(z.string(), Address)
      .describe('Combined limits and their history, where there is a combined limit.'),
  })
  .describe('A plane: the place where limits can be compared.');
export type PlaneFile = Written<z.infer<typeof PlaneFile>>;
