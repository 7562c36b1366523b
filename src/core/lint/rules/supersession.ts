import type { Catalogue } from '../../catalogue.ts';
import { atKey } from '../places.ts';
import type { LimitRule } from '../rule.ts';

export const supersession: LimitRule = {
  name: 'supersession',
  description:
    'A limit supersedes only the same experiment’s data on a plane they share, and never in a circle.',
  scope: 'limit',
  *check(limit, { catalogue }) {
    for (const [i, { limit: oldId }] of limit.supersedes.entries()) {
      const old = catalogue.limits.get(oldId);
      if (old === undefined) continue;
      if (!old.experiment.some((experiment) => limit.experiment.includes(experiment))) {
        yield {
          ...atKey(limit, 'supersedes', i, 'limit'),
          found: `${oldId} of ${old.experiment.join(', ') || 'no experiment'}`,
          expected: `a limit of ${limit.experiment.join(', ')}`,
          fix: 'remove it: a stronger limit of another experiment does not supersede',
        };
      }
      if (doesSupersede(oldId, limit.id, catalogue)) {
        yield {
          ...atKey(limit, 'supersedes', i, 'limit'),
          found:
            oldId === limit.id
              ? 'the limit itself'
              : `${oldId} and ${limit.id} supersede each other`,
          expected: 'the newer result supersedes the older',
          fix: 'remove one of the two statements',
        };
      }
      const planes = new Set([limit.plane, ...limit.alsoOn.map(({ plane }) => plane)]);
      if (!planes.has(old.plane)) {
        yield {
          ...atKey(limit, 'supersedes', i, 'limit'),
          found: `${oldId} on the plane ${old.plane}`,
          expected: `a limit on ${[...planes].join(', ')}`,
          fix: 'add the plane to alsoOn if the new result holds there; otherwise it does not replace the old one',
        };
      }
    }
  },
};

/** True when the limit `id` replaces `target`, directly or through others, or is `target`. */
function doesSupersede(id: string, target: string, { limits }: Catalogue): boolean {
  const reached = new Set([id]);
  // A set's iterator also visits what is added on the way.
  for (const at of reached) {
    if (at === target) return true;
    for (const { limit } of limits.get(at)?.supersedes ?? []) reached.add(limit);
  }
  return false;
}
