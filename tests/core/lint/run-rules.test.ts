import { describe, expect, it } from 'vitest';
import type {
  CatalogueRule,
  LimitRule,
  LoneLimitRule,
  PlaneRule,
} from '../../../src/core/lint/rule.ts';
import { RULES } from '../../../src/core/lint/rules/index.ts';
import { runRule, runRules } from '../../../src/core/lint/run-rules.ts';
import { Shape } from '../../../src/core/schema/index.ts';
import {
  describeMessages,
  makeCatalogue,
  makeContext,
  makeLimit,
  makePlane,
} from '../../fixtures/make-catalogue.ts';

const NOTHING = { found: 'this', expected: 'that', fix: 'do so' };

const everyLimit: LimitRule = {
  name: 'every-limit',
  description: 'Names every limit.',
  scope: 'limit',
  *check(limit) {
    yield { file: limit.file, line: 2, ...NOTHING };
  },
};
const everyPlane: PlaneRule = {
  name: 'every-plane',
  description: 'Warns of every plane.',
  scope: 'plane',
  *check(plane) {
    yield { file: plane.file, severity: 'warning', ...NOTHING };
  },
};
const once: CatalogueRule = {
  name: 'a-catalogue-rule',
  description: 'Names the first line of the second limit.',
  scope: 'catalogue',
  *check() {
    yield { file: 'limits/vector/b.yaml', line: 1, ...NOTHING };
    yield { file: 'limits/vector/b.yaml', line: 2, ...NOTHING };
  },
};

const context = makeContext(
  makeCatalogue({
    limits: [makeLimit({ id: 'b' }), makeLimit({ id: 'a' })],
    planes: [makePlane({ id: 'p' }), makePlane({ id: 'q' })],
  }),
);

describe('runRules', () => {
  it('gives every rule what its scope says and sorts by file, line and rule', () => {
    const rows = runRules([everyPlane, everyLimit, once], context).map(
      ({ file, line, rule, severity }) => [file, line, rule, severity],
    );
    expect(rows).toEqual([
      ['limits/vector/a.yaml', 2, 'every-limit', 'error'],
      ['limits/vector/b.yaml', 1, 'a-catalogue-rule', 'error'],
      ['limits/vector/b.yaml', 2, 'a-catalogue-rule', 'error'],
      ['limits/vector/b.yaml', 2, 'every-limit', 'error'],
      ['planes/p.yaml', undefined, 'every-plane', 'warning'],
      ['planes/q.yaml', undefined, 'every-plane', 'warning'],
    ]);
  });
  it('remembers what is found of a limit by itself, together with all it was found from', () => {
    const seen: string[][] = [];
    const lone: LoneLimitRule = {
      name: 'lone',
      description: 'Names every limit, and the planes it can see.',
      scope: 'limit-alone',
      *check(limit, { catalogue: { planes } }) {
        seen.push([limit.id, ...planes.keys()]);
        yield { file: limit.file, line: 1, ...NOTHING };
      },
    };
    const catalogue = makeCatalogue({
      limits: [makeLimit({ id: 'a', plane: 'no-plane' }), makeLimit({ id: 'b', plane: 'q' })],
      planes: [makePlane({ id: 'p' }), makePlane({ id: 'q' })],
    });
    const { limits, planes, quantities } = catalogue;
    const kept = new Map<object | undefined, unknown>();
    const calls: unknown[] = [];
    const remember = <T>(what: string, subjects: readonly object[], compute: () => T): T => {
      calls.push([what, ...subjects]);
      const key = subjects[0];
      if (!kept.has(key)) kept.set(key, compute());
      return kept.get(key) as T;
    };
    const first = runRules([lone], { ...makeContext(catalogue), remember });
    expect(seen).toEqual([['a'], ['b', 'q']]);
    expect(calls).toEqual([
      ['lone', limits.get('a'), quantities],
      ['lone', limits.get('b'), quantities, planes.get('q')],
    ]);
    expect(runRules([lone], { ...makeContext(catalogue), remember })).toEqual(first);
    expect(seen).toHaveLength(2);
    expect(first).toEqual(runRules([lone], makeContext(catalogue)));
  });
  it('finds nothing without rules', () => {
    expect(runRules([], context)).toEqual([]);
  });
});

describe('runRule', () => {
  it('adds the name of the rule, and error where the rule names no severity', () => {
    expect([...runRule(once, context)][0]).toEqual({
      rule: 'a-catalogue-rule',
      severity: 'error',
      file: 'limits/vector/b.yaml',
      line: 1,
      ...NOTHING,
    });
  });
});

describe('the rules', () => {
  it('accept the smallest catalogue', () => {
    expect(describeMessages(runRules(RULES, makeContext(makeCatalogue())))).toBe('');
  });
  it('accept a limit of every shape', () => {
    const limits = Shape.options.map((shape) => makeLimit({ id: shape, shape }));
    const context = makeContext(makeCatalogue({ limits }));
    const messages = runRules(RULES, context).filter(({ rule }) => !rule.endsWith('duplicates'));
    expect(describeMessages(messages)).toBe('');
  });
  it('have names of their own and say in a sentence what must hold', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { name, description } of RULES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description).toMatch(/^\S.*\.$/);
    }
  });
});
