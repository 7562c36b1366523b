import { describe, expect, it } from 'vitest';
import type { CatalogueRule, LimitRule, PlaneRule } from '../../../src/core/lint/rule.ts';
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
    const messages = runRules(RULES, context).filter(({ rule }) => rule !== 'duplicates');
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
