import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { makePrintable } from '../core/printable.ts';

/** How much of a kind of file is read. Beyond, it is no contribution but a mistake, or an attack. */
interface Bounds {
  readonly bytes: number;
  readonly lineCharacters: number;
  readonly lines: number;
  /** What helps when the file is larger. */
  readonly fix: string;
}

/** By extension; files with another one are listed and never opened. */
const BOUNDS: Readonly<Record<string, Bounds>> = {
  '.csv': {
    bytes: 20e6,
    lineCharacters: 4096,
    lines: 1e6,
    fix: 'keep the rows that state the limit, one number per column; a map may be thinned by its authors only',
  },
  '.bib': {
    bytes: 10e6,
    lineCharacters: 100_000,
    lines: 500_000,
    fix: 'keep the entries that are cited, and a line break after each field',
  },
  '.mdx': {
    bytes: 200_000,
    lineCharacters: 10_000,
    lines: 3000,
    fix: 'split the text into pages, and break its lines between sentences',
  },
  '.yaml': {
    bytes: 200_000,
    lineCharacters: 10_000,
    lines: 5000,
    fix: 'numbers belong into the CSV beside the metadata; break long lines',
  },
};

/** Folders below the content folder are two deep; a little more is looked at, to name what is there. */
const DEEPEST = 8;
/** Many times the catalogue; a folder with more is not walked to its end. */
const MOST_FILES = 200_000;
const MOST_BYTES = 2e9;

const RULE = 'readable-file';

/** What a content folder holds. */
export interface FilesRead {
  /** Paths of all files, with forward slashes, in code-unit order; those that could not be read too. */
  readonly paths: readonly string[];
  /** Text of every file that is text, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that were refused, with the reason. */
  readonly messages: readonly Message[];
}

/**
 * Reads the text files below `root`. Nothing outside is ever opened: links are not followed, and what is
 * no ordinary file, too large or no text is refused with a message. Never throws for what it finds.
 * @param isRead says which paths are wanted as text
 * @throws when `root` itself cannot be listed
 */
export function readFiles(root: string, isRead: (path: string) => boolean): FilesRead {
  const { paths, refused, messages } = listFiles(root);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of paths) {
    if (!isRead(path) || boundsOf(path) === undefined || refused.has(path)) continue;
    const read = readText(root, path);
    if (read.text === undefined) {
      messages.push(read.message);
      continue;
    }
    bytes += read.text.length;
    if (bytes > MOST_BYTES) {
      messages.push({
        ...fault(
          path,
          'more than 2 GB of text',
          'a content folder of at most 2 GB',
          'split the contribution',
        ),
      });
      break;
    }
    texts.set(path, read.text);
  }
  return { paths, texts, messages };
}

/** Paths of all files below `root`; those that are no ordinary files are refused with a message. */
export function listFiles(root: string): {
  paths: string[];
  refused: ReadonlySet<string>;
  messages: Message[];
} {
  const refused = new Set<string>();
  const paths: string[] = [];
  const messages: Message[] = [];
  const walk = (folder: string, depth: number): void => {
    const at = join(root, folder);
    const entries = depth === 0 ? readdirSync(at, { withFileTypes: true }) : list(at);
    if (entries === undefined) {
      messages.push(
        fault(
          folder,
          'a folder that cannot be opened',
          'a folder that everybody may read',
          'correct its permissions',
        ),
      );
      return;
    }
    for (const entry of entries) {
      if (paths.length >= MOST_FILES) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const problem = findNameProblem(path, entry);
      if (problem !== undefined) {
        messages.push(problem);
        // It is there, so nothing else has to say that it is missing.
        if (problem.rule === RULE && boundsOf(path) !== undefined) refused.add(path);
      }
      if (problem !== undefined) continue;
      if (entry.isDirectory() && depth < DEEPEST) walk(path, depth + 1);
      else if (entry.isDirectory())
        messages.push(
          fault(
            path,
            'a folder too deep',
            'limits/<portal>/<id>.yaml and the like',
            'move the files where they belong',
          ),
        );
      else paths.push(path);
    }
  };
  walk('', 0);
  if (paths.length >= MOST_FILES) {
    messages.push(
      fault(
        '',
        `more than ${String(MOST_FILES)} files`,
        'a catalogue',
        'remove what does not belong here',
      ),
    );
  }
  return { paths: [...paths, ...refused].sort(compareText), refused, messages };
}

function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** Names that no system agrees on, and entries that are no files. */
function findNameProblem(path: string, entry: Dirent): Message | undefined {
  const { name } = entry;
  // What could not be decoded stands as U+FFFD.
  if (name.includes('\uFFFD') || name.includes('\\') || makePrintable(name) !== name) {
    return {
      ...fault(
        path,
        `the file name ${JSON.stringify(makePrintable(name))}`,
        'kebab-case: a-z, 0-9 and single hyphens',
        'rename the file; backslashes, control characters and other encodings mean different paths on different systems',
      ),
      rule: 'file-name',
    };
  }
  if (entry.isSymbolicLink()) {
    return fault(
      path,
      'a symbolic link',
      'an ordinary file',
      'put the file itself in its place; links are not followed',
    );
  }
  if (entry.isDirectory() || entry.isFile()) return undefined;
  return fault(path, 'a device, a pipe or a socket', 'an ordinary file', 'remove it');
}

type TextRead =
  | { readonly text: string; readonly message?: undefined }
  | { readonly text?: undefined; readonly message: Message };

/** The text of one file below `root`, or why it has none. */
export function readText(root: string, path: string): TextRead {
  const bounds = boundsOf(path);
  let handle: number | undefined;
  try {
    // Neither a link nor a pipe put there since the folder was listed.
    handle = openSync(
      join(root, path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    const stat = fstatSync(handle);
    if (!stat.isFile())
      return { message: fault(path, 'no ordinary file', 'an ordinary file', 'replace it') };
    if (bounds !== undefined && stat.size > bounds.bytes) {
      return {
        message: fault(
          path,
          describeSize(stat.size),
          `at most ${describeSize(bounds.bytes)}`,
          bounds.fix,
        ),
      };
    }
    return decodeText(path, readFileSync(handle));
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    return {
      message: fault(
        path,
        `a file that cannot be opened (${code})`,
        'a file that everybody may read',
        'correct its permissions',
      ),
    };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The bytes of a file as text, or what they are instead and in which line that shows. */
export function decodeText(path: string, bytes: Uint8Array): TextRead {
  const format = FORMATS.find(({ starts }) => starts.some((start) => beginsWith(bytes, start)));
  if (format !== undefined) {
    return { message: fault(path, format.found, `plain UTF-8 text`, format.fix, 1) };
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    return {
      message: fault(
        path,
        'a byte of value zero',
        'plain UTF-8 text',
        'this is a binary file, or text in UTF-16: save it as UTF-8 text',
        countLines(bytes, zero),
      ),
    };
  }
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    const at = findFirstFault(bytes);
    const byte = bytes[at] ?? 0;
    return {
      message: fault(
        path,
        `the byte 0x${byte.toString(16).toUpperCase()}, which is not UTF-8${byte < 0xa0 ? '' : ` (in Latin-1 it is ${String.fromCodePoint(byte)})`}`,
        'plain UTF-8 text',
        'save the file with the encoding UTF-8',
        countLines(bytes, at),
      ),
    };
  }
  return findTextProblem(path, text) ?? { text };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Format {
  readonly starts: readonly (string | readonly number[])[];
  readonly found: string;
  readonly fix: string;
}

const SAVE_AS_TEXT = 'export the content as plain text: numbers as CSV, prose as Markdown';

/** What a file is that is not text, by its first bytes. */
const FORMATS: readonly Format[] = [
  {
    starts: ['{\\rtf'],
    found: 'a rich text file (RTF)',
    fix: 'save it as plain text (TextEdit: Format, Make Plain Text)',
  },
  {
    starts: ['PK\u0003\u0004', [0xd0, 0xcf, 0x11, 0xe0]],
    found: 'a spreadsheet, an office document or a zip file',
    fix: 'open it and save the one sheet as CSV in UTF-8; unpack an archive',
  },
  {
    starts: ['%PDF-', '%!PS'],
    found: 'a PDF or PostScript file',
    fix: 'write the numbers as CSV; a figure can be digitised',
  },
  {
    starts: [[0x1f, 0x8b], 'BZh', [0xfd, 0x37, 0x7a, 0x58, 0x5a], [0x28, 0xb5, 0x2f, 0xfd]],
    found: 'a compressed file',
    fix: 'unpack it',
  },
  {
    starts: [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], 'GIF8'],
    found: 'a picture',
    fix: 'write the numbers that it shows as CSV; a figure can be digitised',
  },
  {
    starts: [
      [0x89, 0x48, 0x44, 0x46],
      [0x72, 0x6f, 0x6f, 0x74, 0x00],
    ],
    found: 'a file of HDF5 or ROOT',
    fix: SAVE_AS_TEXT,
  },
  {
    starts: [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ],
    found: 'text in UTF-16',
    fix: 'save the file with the encoding UTF-8 (in spreadsheets: “CSV UTF-8”)',
  },
  {
    starts: ['version https://git-lfs.github.com/spec/'],
    found: 'a pointer of git-lfs instead of the file',
    fix: 'commit the file itself: git lfs untrack it, and add it again',
  },
  {
    starts: ['<!DOCTYPE html', '<!doctype html', '<html'],
    found: 'a web page',
    fix: 'save the file behind the page (on GitHub and HEPData: the link to the raw file)',
  },
];

function beginsWith(bytes: Uint8Array, start: Format['starts'][number]): boolean {
  for (let i = 0; i < start.length; i++) {
    const expected = typeof start === 'string' ? start.charCodeAt(i) : start[i];
    if (bytes[i] !== expected) return false;
  }
  return true;
}

/** Text that cannot be meant: marks of a merge, a byte order mark, lines and numbers of lines beyond reason. */
function findTextProblem(path: string, text: string): { message: Message } | undefined {
  const bounds = boundsOf(path);
  // The reader of numbers says so itself.
  if (text.startsWith('\uFEFF') && !path.endsWith('.csv')) {
    return {
      message: {
        ...fault(
          path,
          'a byte order mark',
          'UTF-8 without a byte order mark',
          'save the file as plain UTF-8 without BOM (npm run check -- --fix does)',
          1,
        ),
        repair: { kind: 'plain-text' },
      },
    };
  }
  // Looked for at every line only where they are at all.
  const marks = MERGE_MARKS.filter((mark) => text.includes(mark));
  let line = 0;
  for (let from = 0; from <= text.length;) {
    line += 1;
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    if (marks.some((mark) => text.startsWith(mark, from))) {
      return {
        message: fault(
          path,
          `${JSON.stringify(text.slice(from, from + 7))}, a mark of an unfinished merge`,
          'the text of one side',
          'keep what is right, remove the lines with <<<<<<<, ======= and >>>>>>>, and commit again',
          line,
        ),
      };
    }
    if (bounds !== undefined && end - from > bounds.lineCharacters) {
      return {
        message: fault(
          path,
          `a line of ${String(end - from)} characters`,
          `at most ${String(bounds.lineCharacters)}`,
          bounds.fix,
          line,
        ),
      };
    }
    if (bounds !== undefined && line > bounds.lines + 1) {
      return {
        message: fault(
          path,
          `more than ${String(bounds.lines)} lines`,
          `at most ${String(bounds.lines)}`,
          bounds.fix,
          line,
        ),
      };
    }
    from = end + 1;
  }
  return undefined;
}

const MERGE_MARKS = ['<<<<<<< ', '>>>>>>> ', '||||||| '];

/** Index of the first byte that does not belong to UTF-8. */
function findFirstFault(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let at = 0;
  for (let from = 0; ;) {
    const found = text.indexOf('\uFFFD', from);
    at += encoder.encode(text.slice(from, found)).length;
    // The character itself may stand in a file.
    const isWritten = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (!isWritten) return at;
    at += 3;
    from = found + 1;
  }
}

function countLines(bytes: Uint8Array, to: number): number {
  let line = 1;
  for (let i = 0; i < to; i++) if (bytes[i] === 10) line += 1;
  return line;
}

const boundsOf = (path: string): Bounds | undefined => BOUNDS[/\.[a-z]+$/.exec(path)?.[0] ?? ''];

const describeSize = (bytes: number): string =>
  bytes >= 1e6
    ? `${String(Math.ceil(bytes / 1e5) / 10)} MB`
    : `${String(Math.ceil(bytes / 1000))} kB`;

const fault = (
  path: string,
  found: string,
  expected: string,
  fix: string,
  line?: number,
): Message => ({
  rule: RULE,
  severity: 'error',
  file: makePrintable(path),
  ...(line === undefined ? {} : { line }),
  found,
  expected,
  fix,
});
