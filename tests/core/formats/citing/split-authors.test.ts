import { describe, expect, it } from 'vitest';
import { splitAuthors } from '../../../../src/core/formats/citing/split-authors.ts';

const people = (authors: string) => splitAuthors({ authors }).people;

describe('names of authors', () => {
  it('are divided where initials or a comma say how', () => {
    expect(people('J. P. Lees')).toEqual([{ family: 'Lees', given: 'J. P.' }]);
    expect(people('Lees, J. P.')).toEqual([{ family: 'Lees', given: 'J. P.' }]);
    expect(people('E. Cortina Gil and Yu. M. Andreev')).toEqual([
      { family: 'Cortina Gil', given: 'E.' },
      { family: 'Andreev', given: 'Yu. M.' },
    ]);
    expect(people("X.-G. He and C. O'Hare and K. Schmidt-Hoberg")).toEqual([
      { family: 'He', given: 'X.-G.' },
      { family: "O'Hare", given: 'C.' },
      { family: 'Schmidt-Hoberg', given: 'K.' },
    ]);
  });

  it('keep what comes after the family name apart', () => {
    const ford = [{ family: 'Ford', given: 'W. K.', suffix: 'Jr.' }];
    expect(people('W. K. Ford, Jr.')).toEqual(ford);
    expect(people('Ford, Jr., W. K.')).toEqual(ford);
    expect(people('Ford, W. K., Jr.')).toEqual(ford);
  });

  it('stay together where nothing says which part is which', () => {
    expect(people('Maria Goeppert Mayer')).toEqual([{ literal: 'Maria Goeppert Mayer' }]);
    expect(people('Aristotle')).toEqual([{ literal: 'Aristotle' }]);
  });

  it('say when there are others, and whose collaboration it was', () => {
    expect(
      splitAuthors({ authors: 'J. P. Lees and others', collaboration: 'BaBar, Belle' }),
    ).toEqual({
      people: [{ family: 'Lees', given: 'J. P.' }],
      hasOthers: true,
      collaborations: ['BaBar Collaboration', 'Belle Collaboration'],
    });
    expect(splitAuthors({ collaboration: 'Particle Data Group' })).toEqual({
      people: [],
      hasOthers: false,
      collaborations: ['Particle Data Group'],
    });
    expect(splitAuthors({})).toEqual({ people: [], hasOthers: false, collaborations: [] });
  });
});
