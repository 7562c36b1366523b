import {
  escapePattern,
  type Header,
  type HeaderRule,
  type HostSettings,
  isForErrors,
} from './header-rules.ts';

/**
 * A site of nginx. Every header is a variable of the whole server, empty where it is not for a path, because a
 * location of nginx that adds a header loses all those of the server around it.
 */
export function writeNginx({ base, rules, mediaTypes }: HostSettings): string {
  const headers = rules
    .flatMap((rule) => rule.headers.map((header) => ({ rule, header })))
    .map(({ rule, header }, i) => writeHeader(header, rule, base, `$dark_portals_${String(i)}`));
  return `# Written from src/layouts/policy.ts. It belongs where nginx includes files for http: conf.d/dark-portals.conf.
${headers.flatMap(({ map }) => map ?? []).join('\n')}

server {
  listen 80;
  # server_name and the certificate are yours.
  root /var/www/dark-portals;
  index index.html;
  charset utf-8;
  error_page 404 ${base}404.html;

  # What was compressed when the site was built. With the module for Brotli also: brotli_static on;
  gzip_static on;
  gzip on;
  gzip_types text/css text/plain text/csv text/javascript application/javascript application/json application/xml image/svg+xml;

${headers.map(({ line }) => `  ${line}`).join('\n')}

${mediaTypes.map(([end, type]) => `  location ~ ${escapePattern(end)}$ { types {} default_type "${type}"; }`).join('\n')}
}
`;
}

/** The line of the server and, where the header is not for every path, the variable that it takes. */
function writeHeader(
  header: Header,
  rule: HeaderRule,
  base: string,
  variable: string,
): { readonly line: string; readonly map?: string } {
  const [name, value] = header;
  const isEverywhere = rule.in === undefined && rule.outside === undefined;
  const line = `add_header ${name} "${isEverywhere ? value : variable}"${isForErrors(header) ? ' always' : ''};`;
  if (isEverywhere) return { line };
  // The first pattern that matches decides, so that what a rule is not for comes first.
  const choices = [
    ...(rule.outside ?? []).map((folder) => writeChoice(folder, '', base)),
    ...(rule.in ?? []).map((folder) => writeChoice(folder, value, base)),
    `  default "${rule.in === undefined ? value : ''}";`,
  ];
  return { line, map: `map $uri ${variable} {\n${choices.join('\n')}\n}` };
}

const writeChoice = (folder: string, value: string, base: string): string =>
  `  ~^${escapePattern(base.replace(/\/$/, '') + folder)} "${value}";`;
