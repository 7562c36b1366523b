import { parseTar } from 'nanotar';
import type { Problem } from '../source.ts';

/** True where the magic word of a tar header stands. */
export const isTar = (bytes: Uint8Array): boolean =>
  Array.from('ustar').every((letter, i) => bytes[257 + i] === letter.charCodeAt(0));

/** The project file inside WebPlotDigitizer's tar. Nothing is unpacked to disk. */
export function findProject(
  file: string,
  bytes: Uint8Array,
): { readonly bytes: Uint8Array } | { readonly problem: Problem } {
  const fail = (found: string) => ({
    problem: {
      file,
      found,
      expected: 'a project of WebPlotDigitizer (.tar) with its wpd.json',
      fix: 'save the project again in WebPlotDigitizer, or unpack the archive and import the file with the numbers',
    },
  });
  if (!hasSoundSizes(bytes)) return fail('an archive (tar) that is cut off or damaged');
  try {
    // A copy of its own: the library reads the whole buffer behind an array.
    const project = parseTar(bytes.slice()).find(({ name }) => /(?:^|\/)wpd\.json$/u.test(name));
    return project?.data === undefined
      ? fail('an archive (tar) without wpd.json')
      : { bytes: project.data };
  } catch {
    return fail('an archive (tar) that is cut off or damaged');
  }
}

const BLOCK = 512;

/** True where every header gives a size that leads on: the library would go round in circles otherwise. */
function hasSoundSizes(bytes: Uint8Array): boolean {
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const field = String.fromCharCode(...bytes.subarray(at + 124, at + 136))
      .replaceAll('\0', ' ')
      .trim();
    if (!/^[0-7]{1,11}$/u.test(field)) return false;
    at += BLOCK + BLOCK * Math.ceil(Number.parseInt(field, 8) / BLOCK);
    if (at > bytes.length) return false;
  }
  return true;
}
