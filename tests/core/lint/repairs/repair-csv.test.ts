import { describe, expect, it } from 'vitest';
import {
  closeRings,
  numberParts,
  reverseParts,
  trimCells,
} from '../../../../src/core/lint/repairs/repair-csv.ts';

describe('trimCells', () => {
  it('takes the blanks around cells away', () => {
    expect(trimCells('mass, value\n1 ,\t2.50e-3 \n')).toEqual({ text: 'mass,value\n1,2.50e-3\n' });
  });
});

describe('closeRings', () => {
  it('repeats the first point of open rings, digits as they are written', () => {
    expect(
      closeRings(
        'ring,role,mass,value\n1,outer,1.0,1e-5\n1,outer,3,1e-5\n1,outer,2,1e-4\n2,hole,1,1\n2,hole,2,1\n2,hole,1.0,1\n',
      ),
    ).toEqual({
      text: 'ring,role,mass,value\n1,outer,1.0,1e-5\n1,outer,3,1e-5\n1,outer,2,1e-4\n1,outer,1.0,1e-5\n2,hole,1,1\n2,hole,2,1\n2,hole,1.0,1\n',
    });
  });
});

describe('numberParts', () => {
  it('numbers segments in file order', () => {
    expect(numberParts('segment,mass,value\n2,1,1\n2,2,1\n7,3,1\n')).toEqual({
      text: 'segment,mass,value\n1,1,1\n1,2,1\n2,3,1\n',
    });
  });
  it('keeps the two edges of a segment together', () => {
    expect(
      numberParts('segment,edge,mass,value\n3,lower,1,1\n3,upper,1,2\n5,lower,2,1\n5,upper,2,2\n'),
    ).toEqual({
      text: 'segment,edge,mass,value\n1,lower,1,1\n1,upper,1,2\n2,lower,2,1\n2,upper,2,2\n',
    });
  });
  it('leaves a segment in several places to a person', () => {
    expect(numberParts('segment,mass,value\n1,1,1\n2,2,1\n1,3,1\n')).toEqual({
      declined: 'segment 1 stands in several places',
    });
    expect(numberParts('mass,value\n1,1\n')).toHaveProperty('declined');
  });
});

describe('reverseParts', () => {
  it('turns parts round whose masses descend, whole rows, and leaves the others', () => {
    expect(
      reverseParts(
        'segment,mass,value,expected\n1,3,0.30,c\n1,2,0.20,b\n1,1,0.1,a\n2,4,1,d\n2,5,2,e\n',
      ),
    ).toEqual({
      text: 'segment,mass,value,expected\n1,1,0.1,a\n1,2,0.20,b\n1,3,0.30,c\n2,4,1,d\n2,5,2,e\n',
    });
  });
  it('leaves masses in no order to a person', () => {
    expect(reverseParts('segment,mass,value\n1,1,1\n1,3,1\n1,2,1\n')).toHaveProperty('declined');
  });
});
