import { describe, expect, it } from 'vitest';
import { listReleasedChanges } from '../../../src/core/feeds/released-changes.ts';
import { addRelease, parseChangelog } from '../../../src/core/release/changelog.ts';
import { compareData } from '../../../src/core/release/data-changes.ts';
import { writeReleaseNotes } from '../../../src/core/release/release-notes.ts';
import { makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';

const OTHER = 'belle-2-2024-dark-photon';

/** The changelog after a release in which a limit got other numbers and another title, and one was added. */
function release(): string {
  const before = makeCatalogue({ limits: [makeLimit()] });
  const after = makeCatalogue({
    limits: [
      makeLimit({ title: 'Dark photon, `corrected`', rows: '1,1,1e-3 1,2,4e-3 1,3,1e-3' }),
      makeLimit({ id: OTHER, supersedes: [{ limit: 'babar-2014-dark-photon', as: 'update' }] }),
    ],
  });
  const generated = writeReleaseNotes(compareData(before, after, []), after);
  return addRelease('# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-01)\n\n- First.\n', {
    version: '0.2.0',
    date: '2026-02-01',
    content: { date: '2026-01-31', commit: '1a2b3c4d5e' },
    generated,
  });
}

describe('what released versions say of limits', () => {
  it('is read back from the notes as a release writes them', () => {
    const changes = listReleasedChanges(parseChangelog(release()));
    expect(changes.get('babar-2014-dark-photon')).toMatchInlineSnapshot(`
      [
        {
          "date": "2026-02-01",
          "text": "numbers changed: 1 of 3 points changed, by at most a factor 2 (at 2 GeV); facts changed: title; superseded by belle-2-2024-dark-photon",
          "version": "0.2.0",
        },
      ]
    `);
    expect([...changes.keys()]).toEqual(['babar-2014-dark-photon']);
  });
  it('is nothing for a limit that was added: it is new, not changed', () => {
    expect(listReleasedChanges(parseChangelog(release())).has(OTHER)).toBe(false);
  });
  it('is nothing where people wrote the notes, and in other sections', () => {
    const notes =
      'Numbers changed (1):\n\n- `a`: x\n\n### Planes\n\nFacts changed (1):\n\n- `b`: x';
    expect(listReleasedChanges([{ version: '1.0.0', date: '2026-01-01', notes }]).size).toBe(0);
  });
  it('comes newest version first', () => {
    const notes = '### Limits\n\nFacts changed (1):\n\n- `a`: x';
    const entry = { notes, date: '2026-01-01' };
    const changes = listReleasedChanges([
      { ...entry, version: '1.1.0' },
      { ...entry, version: '1.0.0' },
    ]);
    expect(changes.get('a')?.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  });
});
