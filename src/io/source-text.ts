import { readFile } from 'node:fs/promises';

/**
 * A file of the content folder as it is written.
 * @param file path relative to the content folder, from the catalogue
 */
export const readSourceText = (file: string): Promise<string> =>
  readFile(`content/${file}`, 'utf8');
