import { z } from 'zod';

/** GitHub did not do what it was asked. */
export class GithubError extends Error {
  override readonly name = 'GithubError';
}

const Noted = z.object({
  id: z.int(),
  number: z.int().optional(),
  body: z.string().nullish(),
  user: z.object({ type: z.string(), login: z.string() }).nullish(),
  pull_request: z.unknown().optional(),
});
type Noted = z.output<typeof Noted>;

/** Whose comments and issues these are. */
const AUTHOR = 'github-actions[bot]';
const PAGES = 5;

/** The few requests to GitHub's REST API that the automation makes. */
export class GithubClient {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;

  /**
   * @param api address of the API, for instance GITHUB_API_URL
   * @param repository owner/name
   */
  constructor(api: string, repository: string, token: string) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
      throw new GithubError(`no repository: ${repository}`);
    this.#base = `${api}/repos/${repository}`;
    this.#headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'dark-portals',
    };
  }

  /** Open pull requests from a branch of an account. */
  listPulls(owner: string, branch: string): Promise<unknown> {
    return this.#send('GET', `/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`);
  }

  /** One comment per mark: written, or changed where it is there. */
  async putComment(pull: number, mark: string, body: string): Promise<'written' | 'changed'> {
    const old = await this.#find(`/issues/${String(pull)}/comments`, (note) => isOurs(note, mark));
    if (old === undefined) {
      await this.#send('POST', `/issues/${String(pull)}/comments`, { body });
      return 'written';
    }
    await this.#send('PATCH', `/issues/comments/${String(old.id)}`, { body });
    return 'changed';
  }

  /** One open issue per mark: opened, or changed where it is there and says something else. */
  async putIssue(
    mark: string,
    title: string,
    body: string,
  ): Promise<'opened' | 'changed' | 'same'> {
    const path = `/issues?state=open&creator=${encodeURIComponent(AUTHOR)}`;
    const old = await this.#find(
      path,
      (note) => isOurs(note, mark) && note.pull_request === undefined,
    );
    if (old?.number === undefined) {
      await this.#send('POST', '/issues', { title, body });
      return 'opened';
    }
    if (old.body === body) return 'same';
    await this.#send('PATCH', `/issues/${String(old.number)}`, { body });
    return 'changed';
  }

  async #find(path: string, isIt: (note: Noted) => boolean): Promise<Noted | undefined> {
    for (let page = 1; page <= PAGES; page += 1) {
      const sign = path.includes('?') ? '&' : '?';
      const answer = await this.#send('GET', `${path}${sign}per_page=100&page=${String(page)}`);
      const notes = z.array(Noted).parse(answer);
      const found = notes.find(isIt);
      if (found !== undefined || notes.length < 100) return found;
    }
    return undefined;
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: this.#headers,
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new GithubError(
        `${method} ${path.split('?')[0] ?? ''}: status ${String(response.status)}`,
      );
    }
    return response.json();
  }
}

/** Somebody else may write the mark into a comment too. */
const isOurs = ({ body, user }: Noted, mark: string): boolean =>
  user?.login === AUTHOR && body?.startsWith(mark) === true;
