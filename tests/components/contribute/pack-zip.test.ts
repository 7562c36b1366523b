import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packZip } from '../../../src/components/contribute/pack-zip.ts';

it('unpacks to the folders of the repository, and the same files are the same archive', () => {
  const files = [
    { path: 'content/limits/vector/x.yaml', text: 'title: ε\n' },
    { path: 'content/limits/vector/x.csv', text: 'segment,mass,value\n' },
  ];
  const archive = packZip(files);
  const unpacked = Object.entries(unzipSync(archive)).map(([path, bytes]) => ({
    path,
    text: strFromU8(bytes),
  }));
  expect(unpacked).toEqual(files);
  expect(packZip(files)).toEqual(archive);
});
