import type { CatalogueRule, Finding, SourceFile } from '../rule.ts';
import { suggest } from '../suggest.ts';
import { atKey } from '../places.ts';

export const resolvedIds: CatalogueRule = {
  name: 'resolved-ids',
  description:
    'Every plane, limit, search, experiment, facility, method, model and quantity that is named exists.',
  scope: 'catalogue',
  *check({ catalogue, files }) {
    const known = new Map(
      [...Map.groupBy(files, ({ kind }) => kind)].map(([kind, list]) => [
        kind,
        new Set(list.map(({ id }) => id)),
      ]),
    );
    const look = function* (
      kind: SourceFile['kind'],
      id: string | undefined,
      entry: { readonly file: string },
      ...path: (string | number)[]
    ): Generator<Finding> {
      const ids = known.get(kind) ?? new Set<string>();
      if (id === undefined || ids.has(id)) return;
      const near = suggest(id, ids);
      yield {
        ...atKey(entry, ...path),
        found: `"${id}", which is not in ${kind}/`,
        expected:
          near === undefined ? `an id of ${kind}/` : `an id of ${kind}/; did you mean "${near}"?`,
        fix: near === undefined ? `add the entry to ${kind}/, or correct the id` : `write ${near}`,
      };
    };
    for (const limit of catalogue.limits.values()) {
      yield* look('planes', limit.plane, limit, 'plane');
      yield* look('searches', limit.search, limit, 'search');
      yield* look('quantities', limit.mass.quantity, limit, 'mass', 'quantity');
      yield* look('quantities', limit.value.quantity, limit, 'value', 'quantity');
      yield* look('quantities', limit.parameter?.quantity, limit, 'parameter', 'quantity');
      for (const [i, id] of limit.experiment.entries())
        yield* look('experiments', id, limit, 'experiment', i);
      for (const [i, { plane }] of limit.alsoOn.entries())
        yield* look('planes', plane, limit, 'alsoOn', i, 'plane');
      for (const [i, old] of limit.supersedes.entries())
        yield* look('limits', old.limit, limit, 'supersedes', i, 'limit');
    }
    for (const plane of catalogue.planes.values()) {
      if (plane.model !== 'none') yield* look('models', plane.model, plane, 'model');
      yield* look('quantities', plane.x.quantity, plane, 'x', 'quantity');
      yield* look('quantities', plane.y.quantity, plane, 'y', 'quantity');
      for (const [i, view] of plane.views.entries()) {
        yield* look('quantities', view.x.quantity, plane, 'views', i, 'x', 'quantity');
        yield* look('quantities', view.y.quantity, plane, 'views', i, 'y', 'quantity');
      }
    }
    for (const search of catalogue.searches.values()) {
      for (const [i, id] of search.experiment.entries())
        yield* look('experiments', id, search, 'experiment', i);
      for (const [i, id] of search.limits.entries()) yield* look('limits', id, search, 'limits', i);
      for (const [i, id] of search.methods.entries())
        yield* look('methods', id, search, 'methods', i);
      for (const [i, id] of search.follows.entries())
        yield* look('searches', id, search, 'follows', i);
    }
    for (const model of catalogue.models.values()) {
      for (const [i, id] of model.quantities.entries())
        yield* look('quantities', id, model, 'quantities', i);
    }
    for (const experiment of catalogue.experiments.values()) {
      yield* look('facilities', experiment.facility, experiment, 'facility');
    }
    for (const facility of catalogue.facilities.values()) {
      for (const [i, { experiment }] of facility.samples.entries())
        yield* look('experiments', experiment, facility, 'samples', i, 'experiment');
    }
    for (const term of catalogue.glossary.values()) {
      for (const [i, id] of term.see.entries()) yield* look('glossary', id, term, 'see', i);
    }
    for (const quantity of catalogue.quantities.values()) {
      for (const [i, { of }] of quantity.relations.entries())
        yield* look('quantities', of, quantity, 'relations', i, 'of');
    }
  },
};
