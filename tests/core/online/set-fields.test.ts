import { describe, expect, it } from 'vitest';
import { setFields } from '../../../src/core/online/set-fields.ts';

const TEXT = `% a comment
@article{A:2014abc,
  title = {A {\\it title}},
  year = {2014},
  month = {jan},
  x-bibliography = {partly}
}

@misc{B:2015abc,
  year = "2015"
}
`;

describe('setting fields of a bibliography', () => {
  it('replaces a line and keeps every other character', () => {
    expect(setFields(TEXT, 'A:2014abc', [{ field: 'x-bibliography', to: 'verified' }])).toBe(
      TEXT.replace('{partly}', '{verified}'),
    );
    expect(setFields(TEXT, 'B:2015abc', [{ field: 'year', to: '2016' }])).toBe(
      TEXT.replace('"2015"', '{2016}'),
    );
  });
  it('puts new fields where the order of fields has them', () => {
    const fields = [
      { field: 'x-arxiv-version', to: '2' },
      { field: 'doi', to: '10.1/x' },
    ];
    expect(setFields(TEXT, 'A:2014abc', fields)).toBe(
      TEXT.replace(
        '  year = {2014},\n  month = {jan},\n  x-bibliography = {partly}\n',
        '  year = {2014},\n  doi = {10.1/x},\n  month = {jan},\n  x-bibliography = {partly},\n  x-arxiv-version = {2}\n',
      ),
    );
  });
  it('puts the first field of all after the key', () => {
    expect(setFields(TEXT, 'B:2015abc', [{ field: 'title', to: 'T' }])).toBe(
      TEXT.replace('{B:2015abc,\n', '{B:2015abc,\n  title = {T},\n'),
    );
  });
  it.each([
    ['an unknown key', 'C:2000abc', 'year', '2000'],
    ['unpaired braces', 'A:2014abc', 'title', '}, x = {'],
    ['an open brace', 'A:2014abc', 'title', '{'],
  ])('refuses %s', (_, key, field, to) => {
    expect(() => setFields(TEXT, key, [{ field, to }])).toThrow();
  });
  it('refuses a field that shares its line', () => {
    expect(() =>
      setFields('@misc{A:2000abc, year = {2000}, title = {T}}', 'A:2000abc', [
        { field: 'year', to: '2001' },
      ]),
    ).toThrow('does not stand alone');
  });
});
