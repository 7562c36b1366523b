import { describe, expect, it } from 'vitest';
import { decodeBytes, LARGEST_FILE } from '../../../src/core/import/decode-bytes.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function describeBytes(bytes: Uint8Array): string {
  const result = decodeBytes('file', bytes);
  if ('text' in result) return `text ${JSON.stringify(result.text)}`;
  const { line, found, fix } = result.problem;
  return `${line === undefined ? '' : `${String(line)}: `}${found} | ${fix}`;
}

describe('decodeBytes', () => {
  it('takes a byte order mark away and leaves line ends alone', () => {
    expect(describeBytes(encode('\uFEFFm,eps\r\n1,2\r\n'))).toBe(
      String.raw`text "m,eps\r\n1,2\r\n"`,
    );
  });

  it('knows files that are no text by their first bytes, and says what to do', () => {
    const found = [
      '{\\rtf1\\ansi 1 2',
      '%PDF-1.7',
      'PK\x03\x04rest',
      '\xD0\xCF\x11\xE0',
      '\x1F\x8B\x08',
      '\x89PNG',
      '\x93NUMPY',
      '<!DOCTYPE html><p>',
      '  <html>',
    ].map((text) => describeBytes(latin(text)));
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "a rich-text file (RTF) | open it in the editor that wrote it and save it as plain text
      a PDF document | take the numbers from HEPData or from the authors, or digitise the figure (WebPlotDigitizer) and import that
      a zip archive or a spreadsheet (XLSX, ODS) | save the sheet as CSV, or unpack the archive, and import that
      an old spreadsheet or document (XLS, DOC) | save the sheet as CSV and import that
      a file compressed with gzip | unpack it (gunzip, or tar -xzf for .tar.gz) and import what is inside
      a picture (PNG) | digitise the figure (WebPlotDigitizer) and import what it exports
      an array of NumPy | write it as text, for instance with numpy.savetxt, and import that
      a web page or XML, probably saved from a browser | use the download link of the table (on HEPData: YAML or CSV) instead of saving the page
      a web page or XML, probably saved from a browser | use the download link of the table (on HEPData: YAML or CSV) instead of saving the page"
    `);
  });

  it('says that UTF-16 has to be saved as UTF-8, with a mark and without', () => {
    const utf16 = (text: string): Uint8Array =>
      Uint8Array.from(text.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(describeBytes(utf16('1,2\n'))).toContain('UTF-16');
    expect(describeBytes(Uint8Array.of(0xff, 0xfe, ...utf16('1,2\n')))).toContain('UTF-16');
  });

  it('names the line of a byte that is no UTF-8 and of a zero byte', () => {
    expect(describeBytes(latin('1 2\n3 4\nm\xfcon 5\n'))).toMatch(/^3: bytes that are no UTF-8/u);
    expect(describeBytes(latin('1 2\n3 \0 4\n'))).toMatch(/^2: a zero byte/u);
  });

  it('refuses files that are empty or too large', () => {
    expect(describeBytes(new Uint8Array())).toContain('an empty file');
    expect(describeBytes(new Uint8Array(LARGEST_FILE + 1).fill(0x20))).toContain('20.0 MB');
  });
});
