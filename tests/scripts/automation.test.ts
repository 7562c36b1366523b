import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGithub } from '../fixtures/fake-github.ts';
import type { FakeGithub } from '../fixtures/fake-github.ts';
import { makeRepository, writeFiles } from '../fixtures/make-repository.ts';
import type { ScriptRun } from '../fixtures/run-script.ts';
import { runScript } from '../fixtures/run-script.ts';
import { LIMIT_CSV, makeFolder } from '../fixtures/write-content.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const PULLS = [{ number: 4, head: { sha: SHA } }];

async function post(github: FakeGithub, report: string): Promise<ScriptRun> {
  const event = join(await makeFolder(), 'event.json');
  const workflow_run = {
    id: 7,
    event: 'pull_request',
    head_sha: SHA,
    head_branch: 'branch',
    head_repository: { owner: { login: 'stranger' } },
  };
  await writeFile(event, JSON.stringify({ workflow_run }));
  return runScript('scripts/post-pull-comment.ts', ['--report', report], {
    GITHUB_API_URL: github.api,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_TOKEN: 't',
    GITHUB_EVENT_PATH: event,
  });
}

describe('the comment on a pull request', () => {
  it('is made of what npm run impact writes', async () => {
    const { content } = await makeRepository();
    await writeFiles(content, {
      [LIMIT_CSV]: 'segment,mass,value\n1,1,1e-4\n1,2,2e-4\n1,3,1e-4\n',
    });
    const report = await makeFolder();
    const args = ['--base', 'HEAD', '--root', content, '--format', 'json', '--out', report];
    expect((await runScript('scripts/impact.ts', args)).code).toBe(0);
    await writeFile(join(report, 'combined.txt'), 'changed combined/dark-photon-visible.json\n');

    const github = await startGithub({ pulls: PULLS });
    const { code, err } = await post(github, report);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'post-pull-comment: written on pull request 4\n',
    });
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('| 1 – 3 | stronger | × 10 | `babar-2014-dark-photon` |');
    expect(body).toContain('```text\n');
    expect(body).toContain('Combined files are out of date: `dark-photon-visible`');
  });
  it('reads no link of an artefact, and comments on no pull request that has moved on', async () => {
    const report = await makeFolder();
    await symlink('/etc/passwd', join(report, 'combined.txt'));
    const github = await startGithub({ pulls: PULLS });
    expect((await post(github, report)).code).toBe(0);
    expect(github.comments[0]?.body).toContain('The impact could not be read');

    const moved = await startGithub({ pulls: [{ number: 4, head: { sha: 'f'.repeat(40) } }] });
    expect((await post(moved, report)).code).toBe(0);
    expect(moved.comments).toEqual([]);
  });
});

describe('the weekly issue', () => {
  it('is opened with its mark, and cut where GitHub takes no more', async () => {
    const file = join(await makeFolder(), 'issue.md');
    await writeFile(file, 'a'.repeat(70_000));
    const { api, issues } = await startGithub();
    const { code, err } = await runScript(
      'scripts/put-issue.ts',
      ['--name', 'online-checks', '--title', 'T', '--body', file],
      { GITHUB_API_URL: api, GITHUB_REPOSITORY: 'owner/name', GITHUB_TOKEN: 't' },
    );
    expect({ code, err }).toEqual({ code: 0, err: 'put-issue: opened\n' });
    expect(issues[0]?.body.startsWith('<!-- dark-portals: online-checks -->\n\naaa')).toBe(true);
    expect(issues[0]?.body.length).toBeLessThan(65_536);
  });
});
