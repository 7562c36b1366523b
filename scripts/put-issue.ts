import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { GithubClient } from '../src/io/github/github-client.ts';
import { failUsage, requireEnvironment } from './usage.ts';

const HELP = `node scripts/put-issue.ts --name NAME --title TITLE --body FILE

Opens an issue, or changes the text of the one it opened before under that name.

Environment: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL
Exit code: 0 done, 1 GitHub refused, 2 the call is wrong.`;

/** GitHub takes no longer text [characters]. */
const LONGEST = 65_000;

const options = {
  name: { type: 'string' },
  title: { type: 'string' },
  body: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const { client, name, title, text } = failUsage(() => {
  const { name, title, body } = parseArgs({ options }).values;
  if (name === undefined || title === undefined || body === undefined)
    throw new Error('--name, --title and --body are needed');
  if (!/^[a-z-]+$/.test(name)) throw new Error(`--name ${name}: small letters and hyphens`);
  const client = new GithubClient(
    requireEnvironment('GITHUB_API_URL'),
    requireEnvironment('GITHUB_REPOSITORY'),
    requireEnvironment('GITHUB_TOKEN'),
  );
  return { client, name, title, text: readFileSync(body, 'utf8') };
}, HELP);

const mark = `<!-- dark-portals: ${name} -->`;
const body = `${mark}\n\n${text}`;
const cut =
  body.length > LONGEST
    ? `${body.slice(0, LONGEST)}\n\n… and more: run the commands yourself.\n`
    : body;
console.error(`put-issue: ${await client.putIssue(mark, title, cut)}`);
