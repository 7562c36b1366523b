import {
  escapePattern,
  type Header,
  type HeaderRule,
  type HostSettings,
  isForErrors,
} from './header-rules.ts';

/** `.htaccess` of the site's root, as Apache reads it; what a host has not switched on is left out there. */
export function writeHtaccess({ base, rules, mediaTypes }: HostSettings): string {
  return `# Written with the site, from src/layouts/policy.ts.
ErrorDocument 404 ${base}404.html
Options -Indexes
AddDefaultCharset utf-8
<IfModule mod_mime.c>
${mediaTypes.map(([end, type]) => writeType(end, type)).join('\n')}
</IfModule>
<IfModule mod_headers.c>
${rules.flatMap((rule) => rule.headers.map((header) => writeHeader(header, rule, base))).join('\n')}
</IfModule>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/plain text/csv text/javascript application/javascript application/json application/ld+json application/xml application/atom+xml application/feed+json image/svg+xml application/yaml application/x-bibtex
</IfModule>
`;
}

/** Apache knows the last end of a name only; a longer one is matched as a file. */
const writeType = (end: string, type: string): string =>
  /^\.\w+$/.test(end)
    ? `AddType "${type}" ${end}`
    : `<FilesMatch "${escapePattern(end)}$">\nForceType "${type}"\n</FilesMatch>`;

/** Appended where an earlier rule may have said it, so that both hold. */
function writeHeader(header: Header, rule: HeaderRule, base: string): string {
  const [name, value] = header;
  const condition = [
    ...(rule.in === undefined ? [] : [`%{REQUEST_URI} =~ ${writeFolders(rule.in, base)}`]),
    ...(rule.outside === undefined
      ? []
      : [`!(%{REQUEST_URI} =~ ${writeFolders(rule.outside, base)})`]),
  ].join(' && ');
  const text = `Header ${isForErrors(header) ? 'always ' : ''}append ${name} "${value.replaceAll('"', '\\"')}"`;
  return condition === '' ? text : `${text} "expr=${condition}"`;
}

const writeFolders = (folders: readonly string[], base: string): string =>
  `m#^${folders.map((folder) => escapePattern(base.replace(/\/$/, '') + folder)).join('|^')}#`;
