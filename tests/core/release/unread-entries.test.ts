import { describe, expect, it } from 'vitest';
import { compareData } from '../../../src/core/release/data-changes.ts';
import { fillUnread } from '../../../src/core/release/unread-entries.ts';
import { makeCatalogue, makeLimit, makeModel } from '../../fixtures/make-catalogue.ts';

const limit = makeLimit();
const csv = limit.file.replace('.yaml', '.csv');
const OLD_NUMBERS = 'segment,mass,value\n1,1,2e-3\n1,2,2e-3\n1,3,1e-3\n';

/** A state from before a format changed: today's reader finds no limit and no model in it. */
const before = (texts: Readonly<Record<string, string>>): Parameters<typeof fillUnread>[0] => ({
  catalogue: makeCatalogue({ limits: [], models: [] }),
  faulty: new Set(Object.keys(texts).filter((file) => !file.endsWith('.csv'))),
  texts: new Map(Object.entries(texts)),
});

describe('entries whose old files today’s formats refuse', () => {
  it('are not new: a limit stands in with its old numbers', () => {
    const after = makeCatalogue();
    const { catalogue, unread } = fillUnread(
      before({
        [limit.file]: 'old: format\n',
        [csv]: OLD_NUMBERS,
        'models/dark-photon.mdx': 'old',
      }),
      after,
      [],
    );
    expect(unread).toEqual([limit.file, 'models/dark-photon.mdx']);
    const { limits, kinds, impact } = compareData(catalogue, after, []);
    expect(limits).toMatchObject({
      added: [],
      changed: [{ facts: [], numbers: { changed: 1, largest: { factor: 2, mass: 1 } } }],
    });
    expect(kinds.models).toMatchObject({ added: [], changed: [] });
    expect(impact[0]?.scopes[0]?.ranges).toMatchObject([{ change: 'stronger', maxFactor: 2 }]);
  });
  it('are as they are today where their numbers cannot be read either', () => {
    const after = makeCatalogue();
    const { catalogue } = fillUnread(
      before({ [limit.file]: 'old: format\n', [csv]: 'mass;value\n' }),
      after,
      [],
    );
    expect(compareData(catalogue, after, []).limits).toMatchObject({ added: [], changed: [] });
  });
  it('are the same under another id', () => {
    const after = makeCatalogue();
    const moves = [{ from: '/limits/old-id/', to: `/limits/${limit.id}/`, why: 'a slip' }];
    const { catalogue } = fillUnread(
      before({
        'limits/vector/old-id.yaml': 'old: format\n',
        'limits/vector/old-id.csv': OLD_NUMBERS,
      }),
      after,
      moves,
    );
    expect(compareData(catalogue, after, moves).limits).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ from: 'old-id', to: limit.id }],
      changed: [{ facts: [], numbers: { changed: 1 } }],
    });
  });
  it('are new where there was no such file', () => {
    const after = makeCatalogue({ models: [makeModel(), makeModel({ id: 'new' })] });
    const { catalogue, unread } = fillUnread(before({}), after, []);
    expect(unread).toEqual([]);
    expect(compareData(catalogue, after, [])).toMatchObject({
      limits: { added: [limit.id] },
      kinds: { models: { added: ['dark-photon', 'new'] } },
    });
  });
});
