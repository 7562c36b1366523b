import { describe, expect, it } from 'vitest';
import { readExceptions } from '../../src/io/read-exceptions.ts';

const read = (text: string): ReturnType<typeof readExceptions> =>
  readExceptions(new Map([['exceptions.yaml', text]]));

const GOOD = '# Head.\n- rule: jumps\n  file: a.csv\n  reason: real\n  removeWhen: checked\n';

describe('readExceptions', () => {
  it('gives the entries and their lines', () => {
    const { exceptions, messages, lineOf } = read(GOOD);
    expect(messages).toEqual([]);
    expect(exceptions).toEqual([
      { rule: 'jumps', file: 'a.csv', reason: 'real', removeWhen: 'checked' },
    ]);
    expect(lineOf([0])).toBe(2);
  });
  it('gives none without the file, and of a file that only has comments', () => {
    expect(readExceptions(new Map()).exceptions).toEqual([]);
    expect(read('# none\n')).toMatchObject({ exceptions: [], messages: [] });
  });
  it('silences nothing where the file is broken, and says where', () => {
    const syntax = read('- rule: [\n');
    expect(syntax.exceptions).toEqual([]);
    expect(syntax.messages[0]).toMatchObject({ rule: 'yaml-syntax', file: 'exceptions.yaml' });
    const schema = read(GOOD.replace('  reason: real\n', '  why: real\n'));
    expect(schema.exceptions).toEqual([]);
    expect(schema.messages.map(({ line, rule, found }) => [line, rule, found])).toEqual([
      [2, 'schema', 'no 0.reason'],
      [4, 'schema', 'the unknown key 0.why'],
    ]);
  });
});
