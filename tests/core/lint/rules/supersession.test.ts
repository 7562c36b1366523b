import { describe, expect, it } from 'vitest';
import { supersession } from '../../../../src/core/lint/rules/supersession.ts';
import { lint, makeLimit } from '../../../fixtures/make-catalogue.ts';

describe('supersession', () => {
  it('accepts a newer result of the same experiment on the same plane', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old' }),
        ],
      }),
    ).toBe('');
  });
  it('accepts a result of one of several experiments', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({
            id: 'new',
            supersedes: [{ limit: 'old', as: 'update' }],
            experiment: ['babar', 'belle'],
          }),
          makeLimit({ id: 'old', experiment: ['belle'] }),
        ],
      }),
    ).toBe('');
  });
  it('accepts a plane on which the new result stands too', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({
            id: 'new',
            supersedes: [{ limit: 'old', as: 'update' }],
            alsoOn: [{ plane: 'other', why: 'exact' }],
          }),
          makeLimit({ id: 'old', plane: 'other' }),
        ],
      }),
    ).toBe('');
  });
  it('accepts a chain of three results', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', supersedes: [{ limit: 'oldest', as: 'update' }] }),
          makeLimit({ id: 'oldest' }),
        ],
      }),
    ).toBe('');
  });
  it('leaves ids that do not resolve to another rule', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'other' }),
        ],
      }),
    ).toBe('');
  });
  it('refuses to replace the result of another experiment', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', experiment: ['belle'] }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     old of belle
        expected  a limit of babar
        fix       remove it: a stronger limit of another experiment does not supersede"
    `);
  });
  it('refuses to replace a result of no experiment', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', experiment: [] }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     old of no experiment
        expected  a limit of babar
        fix       remove it: a stronger limit of another experiment does not supersede"
    `);
  });
  it('refuses to replace a result on another plane', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', plane: 'other' }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     old on the plane other
        expected  a limit on dark-photon-visible
        fix       add the plane to alsoOn if the new result holds there; otherwise it does not replace the old one"
    `);
  });
  it('refuses two results that replace each other', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', supersedes: [{ limit: 'new', as: 'update' }] }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     old and new supersede each other
        expected  the newer result supersedes the older
        fix       remove one of the two statements
      limits/vector/old.yaml supersedes.0.limit  error  supersession
        found     new and old supersede each other
        expected  the newer result supersedes the older
        fix       remove one of the two statements"
    `);
  });
  it('refuses a result that replaces itself', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'new', as: 'update' }] }),
          makeLimit({ id: 'old' }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     the limit itself
        expected  the newer result supersedes the older
        fix       remove one of the two statements"
    `);
  });
  it('refuses a circle of three results', () => {
    expect(
      lint(supersession, {
        limits: [
          makeLimit({ id: 'new', supersedes: [{ limit: 'old', as: 'update' }] }),
          makeLimit({ id: 'old', supersedes: [{ limit: 'oldest', as: 'update' }] }),
          makeLimit({ id: 'oldest', supersedes: [{ limit: 'new', as: 'update' }] }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "limits/vector/new.yaml supersedes.0.limit  error  supersession
        found     old and new supersede each other
        expected  the newer result supersedes the older
        fix       remove one of the two statements
      limits/vector/old.yaml supersedes.0.limit  error  supersession
        found     oldest and old supersede each other
        expected  the newer result supersedes the older
        fix       remove one of the two statements
      limits/vector/oldest.yaml supersedes.0.limit  error  supersession
        found     new and oldest supersede each other
        expected  the newer result supersedes the older
        fix       remove one of the two statements"
    `);
  });
});
