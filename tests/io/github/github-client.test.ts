import { describe, expect, it } from 'vitest';
import { GithubClient, GithubError } from '../../../src/io/github/github-client.ts';
import { BOT, startGithub } from '../../fixtures/fake-github.ts';

const MARK = '<!-- mark -->';
const USER = { type: 'User', login: 'somebody' };

describe('the client of GitHub', () => {
  it('writes a comment once and changes it afterwards', async () => {
    const { api, comments } = await startGithub();
    const client = new GithubClient(api, 'owner/name', 't');
    expect(await client.putComment(4, MARK, `${MARK} a`)).toBe('written');
    expect(await client.putComment(4, MARK, `${MARK} b`)).toBe('changed');
    expect(comments.map(({ body }) => body)).toEqual([`${MARK} b`]);
  });
  it('leaves a comment that somebody else began with the mark', async () => {
    const { api, comments } = await startGithub({
      comments: [{ id: 1, body: `${MARK} mine`, user: USER }],
    });
    await new GithubClient(api, 'owner/name', 't').putComment(4, MARK, `${MARK} a`);
    expect(comments.map(({ body }) => body)).toEqual([`${MARK} mine`, `${MARK} a`]);
  });
  it('opens an issue once, changes it, and writes nothing when it says the same', async () => {
    const { api, issues, log } = await startGithub({
      issues: [{ id: 1, number: 1, body: 'another', user: BOT }],
    });
    const client = new GithubClient(api, 'owner/name', 't');
    expect(await client.putIssue(MARK, 'T', `${MARK} a`)).toBe('opened');
    const before = log.length;
    expect(await client.putIssue(MARK, 'T', `${MARK} a`)).toBe('same');
    expect(log.slice(before).every((line) => line.startsWith('GET'))).toBe(true);
    expect(await client.putIssue(MARK, 'T', `${MARK} b`)).toBe('changed');
    expect(issues.map(({ body }) => body)).toEqual(['another', `${MARK} b`]);
  });
  it('puts what strangers choose into an address as text', async () => {
    const { api, log } = await startGithub();
    await new GithubClient(api, 'owner/name', 't').listPulls('o', 'a&state=closed#/../x');
    expect(log).toEqual([
      'GET /repos/owner/name/pulls?state=open&head=o%3Aa%26state%3Dclosed%23%2F..%2Fx Bearer t',
    ]);
  });
  it('says what GitHub refused, without the token', async () => {
    const { api } = await startGithub({ status: 403 });
    const client = new GithubClient(api, 'owner/name', 'secret');
    await expect(client.putComment(4, MARK, 'a')).rejects.toThrow(
      new GithubError('GET /issues/4/comments: status 403'),
    );
  });
  it('refuses a repository that is none', () => {
    expect(() => new GithubClient('http://x', '../../user', 't')).toThrow(GithubError);
  });
});
