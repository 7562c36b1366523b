import type { Catalogue, Limit } from '../core/catalogue.ts';
import { compareByYear, kindOf } from './relations.ts';

const GROUPS = [
  { id: 'ee', title: 'e⁺e⁻ colliders' },
  { id: 'laboratory', title: 'Other laboratory experiments' },
  { id: 'indirect', title: 'Indirect' },
  { id: 'sky', title: 'Astrophysics and cosmology' },
  { id: 'compilation', title: 'Compilations' },
  { id: 'theory', title: 'Favoured regions and targets' },
  { id: 'projection', title: 'Projections' },
] as const;
type GroupId = (typeof GROUPS)[number]['id'];

/** Limits that belong together in a table. */
export interface LimitGroup {
  readonly id: GroupId;
  readonly title: string;
  readonly limits: readonly Limit[];
}

/** Published results of this site's subject first, then other laboratories, then the rest; newest first. */
export function groupLimits(limits: readonly Limit[], catalogue: Catalogue): LimitGroup[] {
  const groups = Map.groupBy(limits, (limit) => groupOf(limit, catalogue));
  return GROUPS.map(({ id, title }) => ({
    id,
    title,
    limits: (groups.get(id) ?? []).toSorted(compareByYear(catalogue)),
  })).filter((group) => group.limits.length > 0);
}

function groupOf(limit: Limit, catalogue: Catalogue): GroupId {
  if (limit.status === 'favoured' || limit.status === 'target') return 'theory';
  if (limit.status === 'projected' || limit.status === 'expected') return 'projection';
  const kind = kindOf(limit, catalogue);
  if (limit.derivedBy === 'compilation' || kind === undefined) return 'compilation';
  if (kind === 'ee-collider') return 'ee';
  if (kind === 'astro' || kind === 'cosmo') return 'sky';
  return kind === 'indirect' ? 'indirect' : 'laboratory';
}
