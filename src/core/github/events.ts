import { z } from 'zod';

/** What is read of the event that starts the job which comments: it comes from GitHub, not from the pull request. */
export const WorkflowRunEvent = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.literal('pull_request'),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string().min(1),
    head_repository: z.object({ owner: z.object({ login: z.string().min(1) }) }),
  }),
});
export type WorkflowRunEvent = z.output<typeof WorkflowRunEvent>;

const Pulls = z.array(
  z.object({ number: z.int().positive(), head: z.object({ sha: z.string() }) }),
);

/**
 * The pull request of a run among the open ones of its branch: the one whose newest commit the run looked
 * at. Undefined when there is none, for instance because commits were added meanwhile.
 */
export const findPullNumber = (pulls: unknown, headSha: string): number | undefined =>
  Pulls.parse(pulls).find(({ head }) => head.sha === headSha)?.number;
