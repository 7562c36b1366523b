import { describe, expect, it } from 'vitest';
import { planRepairs } from '../../../src/core/lint/plan-repairs.ts';
import type { Repair } from '../../../src/core/lint/repair.ts';
import type { Message } from '../../../src/core/message.ts';

const CSV = 'limits/vector/a.csv';
const YAML = 'limits/vector/a.yaml';
const META = 'provenance:\n  raw:\n    - written: 3\n';

const message = (file: string, repair?: Repair): Message => ({
  rule: 'any',
  severity: 'error',
  file,
  found: '',
  expected: '',
  fix: '',
  ...(repair === undefined ? {} : { repair }),
});

function plan(
  texts: Readonly<Record<string, string>>,
  ...messages: Message[]
): { changes: Record<string, string>; done: string[]; declined: string[] } {
  const { changes, done, declined } = planRepairs(messages, (file) => texts[file]);
  return {
    changes: Object.fromEntries(changes),
    done: done.map(({ file, text }) => `${file}: ${text}`),
    declined: declined.map(({ file, text }) => `${file}: ${text}`),
  };
}

describe('planRepairs', () => {
  it('does nothing without a repair', () => {
    expect(plan({ [CSV]: 'x' }, message(CSV))).toEqual({ changes: {}, done: [], declined: [] });
  });
  it('repairs the numbers together with what accounts for them', () => {
    const open = 'ring,role,mass,value\n1,outer,1,1e-5\n1,outer,3,1e-5\n1,outer,2,1e-4\n';
    expect(plan({ [CSV]: open, [YAML]: META }, message(CSV, { kind: 'close-rings' }))).toEqual({
      changes: {
        [CSV]: `${open}1,outer,1,1e-5\n`,
        [YAML]: 'provenance:\n  raw:\n    - written: 4\n      transforms: [close-ring]\n',
      },
      done: [`${CSV}: rings closed, accounted for as close-ring`],
      declined: [],
    });
  });
  it('applies several repairs of a file one after the other, bytes first, each once', () => {
    const text = '\uFEFFsegment,mass,value\r\n1, 3,0.3\r\n1, 1,0.1';
    const repairs = [
      message(CSV, { kind: 'reverse-parts' }),
      message(CSV, { kind: 'trim-cells' }),
      message(CSV, { kind: 'plain-text' }),
      message(CSV, { kind: 'trim-cells' }),
    ];
    const result = plan({ [CSV]: text, [YAML]: META.replace('3', '2') }, ...repairs);
    expect(result.changes[CSV]).toBe('segment,mass,value\n1,1,0.1\n1,3,0.3\n');
    expect(result.changes[YAML]).toContain('transforms: [sort]');
    expect(result.done).toHaveLength(3);
  });
  it('changes neither file of a limit when one of its repairs does not apply, and others all the same', () => {
    const text = 'segment,mass,value\r\n1,1,0.1\r\n1,3,0.3\r\n1,2,0.2\r\n';
    const result = plan(
      { [CSV]: text, [YAML]: META, 'planes/a.yaml': 'a: b \n' },
      message(CSV, { kind: 'plain-text' }),
      message(CSV, { kind: 'reverse-parts' }),
      message('planes/a.yaml', { kind: 'plain-text' }),
    );
    expect(result).toEqual({
      changes: { 'planes/a.yaml': 'a: b\n' },
      done: ['planes/a.yaml: plain text with Unix line ends'],
      declined: [`${CSV}: masses go up and down: which rows belong together is not known`],
    });
  });
  it('leaves numbers alone whose accounting cannot be brought up to date', () => {
    const csv = 'segment,mass,value\n1,3,0.3\n1,1,0.1\n';
    const several = 'provenance:\n  raw:\n    - written: 1\n    - written: 1\n';
    const repair = message(CSV, { kind: 'reverse-parts' });
    expect(plan({ [CSV]: csv, [YAML]: several }, repair).changes).toEqual({});
    expect(plan({ [CSV]: csv }, repair).declined).toEqual([
      `${CSV}: there is no ${YAML} to account for it in`,
    ]);
  });
  it('repairs another file than that of the message where the repair says so', () => {
    const search = 'searches/vector/s.mdx';
    const text = '---\ntitle: S\nlimits:\n  - b\n---\n\nText.\n';
    const repair: Repair = { kind: 'list-limit', file: search, limit: 'a' };
    expect(plan({ [search]: text }, message(YAML, repair)).changes).toEqual({
      [search]: text.replace('  - b\n', '  - b\n  - a\n'),
    });
  });
  it('declines what is not there', () => {
    expect(plan({}, message('planes/a.yaml', { kind: 'plain-text' })).declined).toEqual([
      'planes/a.yaml: the file cannot be read',
    ]);
  });
  it('has nothing more to change in what it changed', () => {
    const messages = [message(CSV, { kind: 'plain-text' }), message(CSV, { kind: 'number-parts' })];
    const first = plan({ [CSV]: 'segment,mass,value\r\n4,1,0.1\r\n' }, ...messages);
    expect(first.changes[CSV]).toBe('segment,mass,value\n1,1,0.1\n');
    expect(plan(first.changes, ...messages).changes).toEqual({});
  });
});
