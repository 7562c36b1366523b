import { describe, expect, it } from 'vitest';
import { findPlanes } from '../../../src/components/contribute/find-planes.ts';

const PLANES = [
  { id: 'dark-photon-visible', text: 'Dark photon, visible decays ε' },
  { id: 'hnl-muon', text: 'Heavy neutral lepton, |U_μN|² (Majorana)' },
];

describe('finding a plane', () => {
  it('wants every word, in any order and however it is written', () => {
    expect(findPlanes(PLANES, 'VISIBLE photon')).toEqual(['dark-photon-visible']);
    expect(findPlanes(PLANES, 'hnl majorana')).toEqual(['hnl-muon']);
    expect(findPlanes(PLANES, 'photon majorana')).toEqual([]);
  });

  it('finds all where nothing is asked, and takes marks for blanks', () => {
    expect(findPlanes(PLANES, '  ')).toHaveLength(2);
    expect(findPlanes(PLANES, '|U_μN|²')).toEqual(['hnl-muon']);
    expect(findPlanes(PLANES, '<script>.*')).toEqual([]);
  });
});
