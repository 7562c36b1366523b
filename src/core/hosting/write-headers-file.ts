import { appliesTo, type HeaderRule, type HostSettings } from './header-rules.ts';

/** Patterns that Cloudflare Pages reads, developers.cloudflare.com/pages/configuration/headers. */
const MOST_PATTERNS = 100;

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Where two of its patterns match a path, both hosts join the
 * values of a header with a comma and neither knows an exception, so that what is not for one folder is said of
 * every other: of each folder, and of each file at the root.
 * @param files the files of the site, as paths from its root
 * @throws when there are more patterns than Cloudflare Pages reads
 */
export function writeHeadersFile(settings: HostSettings, files: readonly string[]): string {
  const blocks = settings.rules
    .filter(({ isTheirs }) => isTheirs !== true)
    .flatMap((rule) =>
      listPatterns(rule, files).map((pattern) =>
        [
          settings.base.replace(/\/$/, '') + pattern,
          ...rule.headers.map(([name, value]) => `  ${name}: ${value}`),
        ].join('\n'),
      ),
    );
  if (blocks.length > MOST_PATTERNS) {
    throw new Error(
      `_headers would have ${String(blocks.length)} patterns; Cloudflare Pages reads ${String(MOST_PATTERNS)}: keep the root of the site small`,
    );
  }
  return `# Written with the site, from src/layouts/policy.ts.\n${blocks.join('\n')}\n`;
}

/** What matches the paths that a rule is for, with `*` for anything that follows. */
function listPatterns(rule: HeaderRule, files: readonly string[]): string[] {
  if (rule.outside === undefined) return (rule.in ?? ['/']).map((folder) => `${folder}*`);
  const reached = files.filter((file) => appliesTo(rule, file)).flatMap(toPatterns);
  return [...new Set(reached)].sort();
}

/** A file at the root stands for itself, a page under every address that hosts give it; others for their first folder. */
function toPatterns(file: string): string[] {
  const [, folder] = /^(\/[^/]+\/)/.exec(file) ?? [];
  if (folder !== undefined) return [`${folder}*`];
  if (file === '/index.html') return ['/', file];
  return file.endsWith('.html') ? [file, file.slice(0, -'.html'.length)] : [file];
}
