import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPullNumber, WorkflowRunEvent } from '../src/core/github/events.ts';
import {
  PULL_COMMENT_MARK,
  readPullReport,
  writePullComment,
} from '../src/core/github/pull-report.ts';
import { GithubClient } from '../src/io/github/github-client.ts';
import { failUsage, requireEnvironment } from './usage.ts';

const HELP = `node scripts/post-pull-comment.ts --report DIR

Writes or changes the comment on a pull request, in a job that workflow_run starts. The pull request is
the one of the event, never one that the report names; the report is data (see docs/automation.md).
  --report DIR  folder with impact.json and combined.txt

Environment: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_EVENT_PATH
Exit code: 0 done or nothing to comment on, 1 GitHub refused, 2 the call is wrong.`;

const LARGEST = 2_000_000;

const { folder, event } = failUsage(() => {
  const { values } = parseArgs({
    options: { report: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.report === undefined) throw new Error('--report DIR is missing');
  const event = WorkflowRunEvent.parse(
    JSON.parse(readFileSync(requireEnvironment('GITHUB_EVENT_PATH'), 'utf8')),
  );
  return { folder: values.report, event: event.workflow_run };
}, HELP);

const repository = requireEnvironment('GITHUB_REPOSITORY');
const client = new GithubClient(
  requireEnvironment('GITHUB_API_URL'),
  repository,
  requireEnvironment('GITHUB_TOKEN'),
);
const pulls = await client.listPulls(event.head_repository.owner.login, event.head_branch);
const pull = findPullNumber(pulls, event.head_sha);
if (pull === undefined) {
  console.error('post-pull-comment: no open pull request has this commit as its newest one');
} else {
  const report = readPullReport(read('impact.json'), read('combined.txt'));
  const run = `${requireEnvironment('GITHUB_SERVER_URL')}/${repository}/actions/runs/${String(event.id)}`;
  const body = writePullComment(report, event.head_sha, run);
  const done = await client.putComment(pull, PULL_COMMENT_MARK, body);
  console.error(`post-pull-comment: ${done} on pull request ${String(pull)}`);
}

/** A file of the report; empty where it is not there, is no file, or is too large. */
function read(name: string): string {
  const path = join(folder, name);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= LARGEST ? readFileSync(path, 'utf8') : '';
}
