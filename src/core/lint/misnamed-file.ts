/** What is said of a file that nothing reads. */
interface Misnamed {
  readonly found: string;
  readonly fix: string;
}

const EXTENSIONS = /\.(?:yaml|csv|mdx|bib)$/;

/** Why a file is one that nothing reads, where its name tells, and what to do about it. */
export function describeMisnamed(file: string): Misnamed {
  const name = file.split('/').at(-1) ?? '';
  const rename = (to: string): string => `rename the file to ${to}`;
  if (/^\.|^(?:Thumbs\.db|desktop\.ini)$/i.test(name)) {
    return {
      found: `the hidden file ${name} of a system or an editor`,
      fix: 'remove the file, and add its name to .gitignore',
    };
  }
  if (/~$|^#.*#$|\.(?:bak|orig|rej|swp|tmp|old)$/i.test(name))
    return { found: `the backup ${name} of an editor or a merge`, fix: 'remove the file' };
  const inner = name.replace(/\.[^.]+$/, '');
  if (EXTENSIONS.test(inner))
    return { found: `the extension of ${name}, a second one`, fix: rename(inner) };
  const lower = name
    .replace(/\.[^.]+$/, (extension) => extension.toLowerCase())
    .replace(/\.yml$/, '.yaml')
    .replace(/\.md$/, '.mdx');
  if (lower !== name && EXTENSIONS.test(lower))
    return { found: `the extension of ${name}`, fix: rename(lower) };
  if (/\.(?:xlsx?|ods|numbers|pdf|png|jpe?g|gif|eps|docx?|rtf|zip|gz|tar|root|h5)$/i.test(name))
    return {
      found: `${name}, which is no text`,
      fix: 'write its numbers as CSV (npm run import reads most formats), and remove the file',
    };
  return {
    found: 'a file that nothing reads',
    fix: 'move the file where it belongs, or remove it',
  };
}

/** Names that Windows keeps for devices: a folder that holds one cannot be checked out there. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

export const isReservedName = (id: string): boolean => RESERVED.test(id);

/** The name that was probably meant, in kebab-case; undefined where nothing is left of it. */
export function suggestId(id: string): string | undefined {
  const kebab = id
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return kebab === '' ? undefined : kebab;
}
