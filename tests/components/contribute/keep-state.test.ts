import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, readState, readText } from '../../../src/components/contribute/form-state.ts';
import { makeKeeper } from '../../../src/components/contribute/keep-state.ts';

function makeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => {
      kept.clear();
    },
    getItem: (key) => kept.get(key) ?? null,
    key: () => null,
    removeItem: (key) => {
      kept.delete(key);
    },
    setItem: (key, text) => {
      kept.set(key, text);
    },
  };
}

describe('a form that is kept', () => {
  it('comes back as it was, until it is cleared', () => {
    const storage = makeStorage();
    const keeper = makeKeeper('form', () => storage);
    const state = {
      plane: 'dark-photon-visible',
      files: [{ name: 'a.txt', text: '1 2\n' }],
      decisions: { massUnit: 'MeV', massColumn: 1 },
      answers: { title: 'A title' },
    };
    expect(keeper.write(state)).toBe(true);
    expect(readState(keeper.read())).toEqual(state);
    keeper.clear();
    expect(readState(keeper.read())).toEqual(EMPTY_STATE);
  });

  it('is lost quietly where the browser refuses to keep anything', () => {
    const keeper = makeKeeper('form', () => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(keeper.write({ plane: 'x' })).toBe(false);
    expect(keeper.read()).toBeUndefined();
    expect(() => {
      keeper.clear();
    }).not.toThrow();
  });

  it('keeps nothing that is too long', () => {
    const storage = makeStorage();
    expect(makeKeeper('form', () => storage).write({ text: 'a'.repeat(3_000_000) })).toBe(false);
    expect(storage.getItem('form')).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['a text', 'dark'],
    ['a list', [1]],
    ['wrong types', { plane: 3, files: 'x', decisions: [], answers: null }],
    [
      'wrong parts',
      { files: [null, { name: 1, text: 'a' }], decisions: { massColumn: 1.5, gaps: {} } },
    ],
    ['unknown names', { answers: { __proto__: 'x', other: 'y' }, decisions: { toString: 'x' } }],
  ])('is empty where the storage holds %s', (_, kept) => {
    expect(readState(kept)).toEqual(EMPTY_STATE);
  });

  it('takes only text for text', () => {
    expect(readText(new TextEncoder().encode('mass 1\n'))).toBe('mass 1\n');
    expect(readText(new Uint8Array([0xff, 0xfe, 0x31]))).toBeUndefined();
    expect(readText(new Uint8Array([0x31, 0, 0x32]))).toBeUndefined();
  });
});
