import { describe, expect, it } from 'vitest';
import { resolvedIds } from '../../../../src/core/lint/rules/resolved-ids.ts';
import {
  describeMessages,
  lint,
  makeCatalogue,
  makeContext,
  makeExperiment,
  makeFacility,
  makeLimit,
  makeMethod,
  makeModel,
  makePlane,
  makeQuantity,
  makeSearch,
} from '../../../fixtures/make-catalogue.ts';
import { runRule } from '../../../../src/core/lint/run-rules.ts';

describe('resolved-ids', () => {
  it('accepts a catalogue in which every name resolves', () => {
    expect(
      lint(resolvedIds, {
        searches: [
          makeSearch({
            limits: ['babar-2014-dark-photon'],
            methods: ['bump-hunt'],
            follows: ['babar-2014-dark-photon'],
          }),
        ],
        methods: [makeMethod()],
        experiments: [makeExperiment({ facility: 'pep-2' })],
        facilities: [makeFacility()],
        limits: [
          makeLimit({
            search: 'babar-2014-dark-photon',
            supersedes: [{ limit: 'babar-2014-dark-photon', as: 'update' }],
            alsoOn: [{ plane: 'dark-photon-visible', why: 'the same' }],
          }),
          makeLimit({ id: 'a-grid', shape: 'grid' }),
        ],
      }),
    ).toBe('');
  });
  it('accepts a plane of no model', () => {
    expect(lint(resolvedIds, { planes: [makePlane({ model: 'none' })] })).toBe('');
  });
  it('knows an id whose file is broken', () => {
    const context = makeContext(makeCatalogue({ planes: [] }), [
      { kind: 'planes', file: 'planes/dark-photon-visible.yaml', id: 'dark-photon-visible' },
    ]);
    expect(describeMessages(runRule(resolvedIds, context))).toBe('');
  });
  it('proposes the id that was meant', () => {
    expect(lint(resolvedIds, { limits: [makeLimit({ plane: 'dark-photon-visibel' })] }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml plane  error  resolved-ids
        found     "dark-photon-visibel", which is not in planes/
        expected  an id of planes/; did you mean "dark-photon-visible"?
        fix       write dark-photon-visible"
    `);
  });
  it('asks for an entry where no id is near', () => {
    expect(
      lint(resolvedIds, { limits: [makeLimit({ experiment: ['babar', 'a-very-new-detector'] })] }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml experiment.1  error  resolved-ids
        found     "a-very-new-detector", which is not in experiments/
        expected  an id of experiments/
        fix       add the entry to experiments/, or correct the id"
    `);
  });
  it('looks at every name in a limit', () => {
    expect(
      lint(resolvedIds, {
        limits: [
          makeLimit({
            shape: 'grid',
            search: 'nowhere',
            mass: { quantity: 'q-mass', unit: 'GeV' },
            value: { quantity: 'q-value', unit: '1' },
            parameter: { quantity: 'q-parameter', unit: '1' },
            alsoOn: [{ plane: 'p', why: 'so' }],
            supersedes: [{ limit: 'older', as: 'update' }],
          }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml search  error  resolved-ids
        found     "nowhere", which is not in searches/
        expected  an id of searches/
        fix       add the entry to searches/, or correct the id
      limits/vector/babar-2014-dark-photon.yaml mass.quantity  error  resolved-ids
        found     "q-mass", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      limits/vector/babar-2014-dark-photon.yaml value.quantity  error  resolved-ids
        found     "q-value", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      limits/vector/babar-2014-dark-photon.yaml parameter.quantity  error  resolved-ids
        found     "q-parameter", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      limits/vector/babar-2014-dark-photon.yaml alsoOn.0.plane  error  resolved-ids
        found     "p", which is not in planes/
        expected  an id of planes/
        fix       add the entry to planes/, or correct the id
      limits/vector/babar-2014-dark-photon.yaml supersedes.0.limit  error  resolved-ids
        found     "older", which is not in limits/
        expected  an id of limits/
        fix       add the entry to limits/, or correct the id"
    `);
  });
  it('looks at every name in a plane', () => {
    expect(
      lint(resolvedIds, {
        planes: [
          makePlane({
            model: 'no-such-model-here',
            x: { quantity: 'q-x', range: [1, 2] },
            y: { quantity: 'q-y', range: [1, 2] },
            views: [
              {
                id: 'v',
                title: 'V',
                x: { quantity: 'v-x', range: [1, 2] },
                y: { quantity: 'v-y', range: [1, 2] },
              },
            ],
          }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "planes/dark-photon-visible.yaml model  error  resolved-ids
        found     "no-such-model-here", which is not in models/
        expected  an id of models/
        fix       add the entry to models/, or correct the id
      planes/dark-photon-visible.yaml x.quantity  error  resolved-ids
        found     "q-x", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      planes/dark-photon-visible.yaml y.quantity  error  resolved-ids
        found     "q-y", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      planes/dark-photon-visible.yaml views.0.x.quantity  error  resolved-ids
        found     "v-x", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      planes/dark-photon-visible.yaml views.0.y.quantity  error  resolved-ids
        found     "v-y", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id"
    `);
  });
  it('looks at every name in a search', () => {
    expect(
      lint(resolvedIds, {
        searches: [
          makeSearch({
            experiment: ['zeus'],
            limits: ['nothing'],
            methods: ['guess'],
            follows: ['before'],
          }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "searches/vector/babar-2014-dark-photon.mdx experiment.0  error  resolved-ids
        found     "zeus", which is not in experiments/
        expected  an id of experiments/
        fix       add the entry to experiments/, or correct the id
      searches/vector/babar-2014-dark-photon.mdx limits.0  error  resolved-ids
        found     "nothing", which is not in limits/
        expected  an id of limits/
        fix       add the entry to limits/, or correct the id
      searches/vector/babar-2014-dark-photon.mdx methods.0  error  resolved-ids
        found     "guess", which is not in methods/
        expected  an id of methods/
        fix       add the entry to methods/, or correct the id
      searches/vector/babar-2014-dark-photon.mdx follows.0  error  resolved-ids
        found     "before", which is not in searches/
        expected  an id of searches/
        fix       add the entry to searches/, or correct the id"
    `);
  });
  it('looks at the names in models, experiments and quantities', () => {
    expect(
      lint(resolvedIds, {
        limits: [],
        planes: [],
        models: [makeModel({ quantities: ['no-quantity-of-ours'] })],
        experiments: [makeExperiment({ facility: 'slac-linac' })],
        quantities: [makeQuantity({ relations: [{ of: 'nothing-we-know', power: 2, why: 'so' }] })],
      }),
    ).toMatchInlineSnapshot(`
      "models/dark-photon.mdx quantities.0  error  resolved-ids
        found     "no-quantity-of-ours", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id
      experiments/babar.mdx facility  error  resolved-ids
        found     "slac-linac", which is not in facilities/
        expected  an id of facilities/
        fix       add the entry to facilities/, or correct the id
      quantities/epsilon.yaml relations.0.of  error  resolved-ids
        found     "nothing-we-know", which is not in quantities/
        expected  an id of quantities/
        fix       add the entry to quantities/, or correct the id"
    `);
  });
});
