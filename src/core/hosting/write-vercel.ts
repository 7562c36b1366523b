import { escapePattern, type Header, type HostSettings, listHeaders } from './header-rules.ts';

/**
 * `vercel.json`, which stands beside the built site's folder. No two of its patterns match one path, so that it
 * need not be known which of them would win.
 */
export function writeVercel({ base, rules, mediaTypes }: HostSettings): string {
  const folders = [
    ...new Set(rules.flatMap((rule) => [...(rule.in ?? []), ...(rule.outside ?? [])])),
  ];
  const root = base.replace(/\/$/, '');
  const rest = folders.map((folder) => escapePattern(folder.slice(1))).join('|');
  const types = mediaTypes.map(([end, type]) =>
    writeRule(`${root}/(.*)${escapePattern(end)}`, [['Content-Type', type]]),
  );
  const settings = {
    trailingSlash: true,
    headers: [
      ...folders.map((folder) =>
        writeRule(`${root}${escapePattern(folder)}(.*)`, listHeaders(rules, folder)),
      ),
      writeRule(`${root}/((?!${rest}).*)`, listHeaders(rules, '/')),
      ...types,
    ],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

const writeRule = (source: string, headers: readonly Header[]) => ({
  source,
  headers: headers.map(([key, value]) => ({ key, value })),
});
