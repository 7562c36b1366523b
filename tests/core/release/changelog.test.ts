import { describe, expect, it } from 'vitest';
import { addRelease, parseChangelog } from '../../../src/core/release/changelog.ts';

const OLD = `# Changelog

For people who use the data.

## Unreleased

- A page for figures,
  on two lines.

## 0.1.0 (2026-11-22)

- The catalogue runs.
`;

const RELEASE = {
  version: '0.2.0',
  date: '2027-01-15',
  content: { date: '2027-01-10', commit: '1a2b3c4d5e' },
  generated: '### Limits\n\nAdded (1):\n\n- `x`\n',
};

describe('a release in the changelog', () => {
  it('takes the notes people wrote, adds what was generated, and leaves “Unreleased” empty', () => {
    expect(addRelease(OLD, RELEASE)).toBe(`# Changelog

For people who use the data.

## Unreleased

## 0.2.0 (2027-01-15)

Content of 2027-01-10, revision \`1a2b3c4d5e\`.

- A page for figures,
  on two lines.

### Limits

Added (1):

- \`x\`

## 0.1.0 (2026-11-22)

- The catalogue runs.
`);
  });
  it('is read back with its content, its date and its notes', () => {
    const [newest, first] = parseChangelog(addRelease(OLD, RELEASE));
    expect(newest).toMatchObject({
      version: '0.2.0',
      date: '2027-01-15',
      content: { date: '2027-01-10', commit: '1a2b3c4d5e' },
    });
    expect(newest?.notes).toMatch(/^- A page for figures[\s\S]*- `x`$/);
    expect(first).toEqual({ version: '0.1.0', date: '2026-11-22', notes: '- The catalogue runs.' });
  });
  it('can follow another, with nothing written in between', () => {
    const once = addRelease(OLD, RELEASE);
    const twice = addRelease(once, { ...RELEASE, version: '0.2.1', generated: 'Nothing.\n' });
    expect(parseChangelog(twice).map(({ version }) => version)).toEqual([
      '0.2.1',
      '0.2.0',
      '0.1.0',
    ]);
    expect(twice).toContain(once.slice(once.indexOf('## 0.2.0')));
  });
  it('is refused under a version that is there already', () => {
    expect(() => addRelease(OLD, { ...RELEASE, version: '0.1.0' })).toThrow(
      'has a section 0.1.0 already; expected a new version; choose another with --version',
    );
  });
  it('is refused without a place for what comes next', () => {
    expect(() => addRelease(OLD.replace('Unreleased', 'Soon'), RELEASE)).toThrow(
      'begins with "## Soon"; expected "## Unreleased"',
    );
  });
  it('is not taken from a heading that is no version', () => {
    expect(() => parseChangelog(OLD.replace('(2026-11-22)', 'of November'))).toThrow(
      'heading "## 0.1.0 of November"; expected "## Unreleased" or "## 1.2.0 (2027-01-15)"',
    );
  });
});
