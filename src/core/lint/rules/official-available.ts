import type { Catalogue, Limit } from '../../catalogue.ts';
import { atKey } from '../places.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

export const officialAvailable: CatalogueRule = {
  name: 'official-available',
  description:
    'A result is not read from a figure where its official numbers are in the catalogue or recorded as available (x-hepdata of the paper).',
  scope: 'catalogue',
  *check({ catalogue }) {
    const byReference = Map.groupBy(catalogue.limits.values(), ({ reference }) => reference);
    for (const limit of catalogue.limits.values()) {
      const { method } = limit.provenance;
      if (method !== 'digitised' && method !== 'unknown') continue;
      if (limit.reference === 'none-known' || limit.derivedBy !== 'collaboration') continue;
      const better = (byReference.get(limit.reference) ?? []).find((other) =>
        isSameResult(limit, other),
      );
      if (better !== undefined) {
        yield {
          ...atKey(limit, 'provenance', 'method'),
          found: `method: ${method}, where ${better.id} has the ${better.provenance.method} numbers of the same paper on this plane`,
          expected: 'the better of two datasets of one result',
          fix: `remove this limit, or say in channels or title what it shows that ${better.id} does not`,
        };
        continue;
      }
      yield* checkRecord(limit, catalogue);
    }
  },
};

function* checkRecord(limit: Limit, { references }: Catalogue): Generator<Finding> {
  const record = references.get(limit.reference)?.hepdata;
  if (record === undefined) return;
  yield {
    ...atKey(limit, 'provenance', 'method'),
    severity: 'warning',
    found: `method: ${limit.provenance.method}, where HEPData has ${record} of the same paper`,
    expected: 'the official numbers',
    fix: `compare with https://www.hepdata.net/record/${record}; take its table, or make an exception where it holds something else`,
  };
}

/** True for official numbers of the same paper that show the same thing: one plane, status, lifetime and set of channels. */
function isSameResult(limit: Limit, other: Limit): boolean {
  if (other === limit || other.provenance.method !== 'official') return false;
  const planes = [other.plane, ...other.alsoOn.map(({ plane }) => plane)];
  return (
    planes.includes(limit.plane) &&
    other.status === limit.status &&
    other.lifetime === limit.lifetime &&
    other.channels.toSorted().join() === limit.channels.toSorted().join()
  );
}
