import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message.ts';
import { checkContent, withLine } from '../../src/io/check-content.ts';
import { formatMessages } from '../../src/io/report.ts';
import {
  edited,
  GOOD_FILES,
  LIMIT_CSV,
  LIMIT_YAML,
  writeContent,
} from '../fixtures/write-content.ts';

describe('checkContent', () => {
  it('has nothing to say of sound content', async () => {
    const { messages, catalogue } = await checkContent(await writeContent());
    expect(formatMessages(messages, 'content')).toBe('');
    expect(catalogue.limits.size).toBe(1);
  });
  it('gives the findings of rules the line of their key', async () => {
    const changes = edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1, 4]');
    const { messages } = await checkContent(await writeContent(changes));
    expect(formatMessages(messages, 'content')).toMatchInlineSnapshot(`
      "content/limits/vector/babar-2014-dark-photon.yaml:12  error  mass-range
        found     numbers from 1 to 3 GeV
        expected  the stated range 1 to 4 GeV within 2 %
        fix       check mass.unit and mass.scale; if the numbers are right, correct massRange"
    `);
  });
  it('sorts what the reader and the rules say by file and line', async () => {
    const changes = {
      [LIMIT_YAML]: (GOOD_FILES[LIMIT_YAML] ?? '')
        .replace('BaBar:2014zli', 'BaBar:2014zil')
        .replace('plane: dark-photon-visible', 'plane: dark-photon-visibel'),
      'experiments/belle.mdx': 'Belle.\n',
      'references.bib': `${GOOD_FILES['references.bib'] ?? ''}@misc{Unused:2020aa, x-bibliography = {partly}, x-texkey = {unverified}}\n`,
    };
    const { messages } = await checkContent(await writeContent(changes));
    expect(messages.map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`)).toEqual([
      'experiments/belle.mdx:1 yaml-syntax',
      `${LIMIT_YAML}:2 resolved-ids`,
      `${LIMIT_YAML}:4 resolved-references`,
      'references.bib:9 unused-references',
    ]);
  });
  it('does not take a broken file for a missing one', async () => {
    const changes = { 'planes/dark-photon-visible.yaml': 'title: [\n' };
    const { messages } = await checkContent(await writeContent(changes));
    expect(messages.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  });
  it('gives every message a line where there is one to give', async () => {
    const changes = { 'planes/Wrong_Name.yaml': '{}\n', [LIMIT_YAML]: '{}\n' };
    const { messages } = await checkContent(await writeContent(changes));
    expect(messages.length).toBeGreaterThan(5);
    for (const { rule, line } of messages) {
      if (rule !== 'file-name') expect(line, rule).toBeGreaterThan(0);
    }
  });
});

describe('exceptions', () => {
  const entry = (rule: string, file: string): string =>
    `- rule: ${rule}\n  file: ${file}\n  reason: known\n  removeWhen: it is corrected\n`;
  const list = async (
    changes: Readonly<Record<string, string>>,
    part?: 'numbers',
  ): Promise<string[]> =>
    (await checkContent(await writeContent(changes), part)).messages.map(
      ({ file, line, rule }) => `${file}:${String(line)} ${rule}`,
    );
  const wrongRange = edited(LIMIT_YAML, 'massRange: [1, 3]', 'massRange: [1, 4]');

  it('silence the finding that they name, and nothing else', async () => {
    const exceptions = { 'exceptions.yaml': entry('mass-range', LIMIT_YAML) };
    expect(await list({ ...wrongRange, ...exceptions })).toEqual([]);
    const more = edited(
      LIMIT_YAML,
      'massRange: [1, 3]',
      'massRange: [1, 4]\nsqrtS: {value: 2, unit: GeV}',
    );
    expect(await list({ ...more, ...exceptions })).toEqual([`${LIMIT_CSV}:4 mass-below-sqrt-s`]);
  });
  it('are errors where nothing needs them, at their line', async () => {
    expect(
      await list({ 'exceptions.yaml': `# Head.\n\n${entry('mass-range', LIMIT_YAML)}` }),
    ).toEqual(['exceptions.yaml:3 exceptions']);
  });
  it('are not called unused while a file cannot be read, nor when their rule is left out', async () => {
    const broken = { 'planes/dark-photon-visible.yaml': 'title: [\n' };
    const exceptions = { 'exceptions.yaml': entry('mass-range', LIMIT_YAML) };
    expect(await list({ ...broken, ...exceptions })).toEqual([
      'planes/dark-photon-visible.yaml:2 yaml-syntax',
    ]);
    const ofProse = { 'exceptions.yaml': entry('cited-numbers', 'models/dark-photon.mdx') };
    expect(await list(ofProse, 'numbers')).toEqual([]);
    expect(await list(ofProse)).toEqual(['exceptions.yaml:1 exceptions']);
  });
  it('cannot silence a text that is not safe', async () => {
    const exceptions = { 'exceptions.yaml': entry('text-safety', LIMIT_YAML) };
    const unsafe = edited(LIMIT_YAML, 'title: Dark photon', 'title: <b>Dark photon</b>');
    expect(await list({ ...unsafe, ...exceptions })).toEqual([
      'exceptions.yaml:1 exceptions',
      `${LIMIT_YAML}:1 text-safety`,
    ]);
  });
});

describe('messages', () => {
  it('say what a confidence level looks like where there is none', async () => {
    const changes = edited(LIMIT_YAML, 'confidence: {level: 0.9}\n', '');
    const { messages } = await checkContent(await writeContent(changes));
    expect(formatMessages(messages, 'content')).toBe(
      `content/${LIMIT_YAML}:1  error  schema
  found     no confidence
  expected  the level as the paper states it, for instance {level: 0.90}, or the word not-stated
  fix       add confidence`,
    );
  });
  it('of a remark keep their key path: its line is looked for when it is shown', async () => {
    const changes = edited(
      LIMIT_YAML,
      '  figure: Fig. 4\n  from: {name: Figure 4, path: figure-4.csv, revision: "1"',
      `  from: {name: Figure 4, path: figure-4.csv, revision: ${'a'.repeat(40)}`,
    );
    const { messages, lineOf } = await checkContent(await writeContent(changes));
    expect(messages).toMatchObject([
      { rule: 'digitised-figure', severity: 'info', path: ['provenance', 'method'] },
    ]);
    expect(messages.map((message) => withLine(message, { lineOf }).line)).toEqual([16]);
  });
});

describe('withLine', () => {
  const message: Message = {
    rule: 'a',
    severity: 'error',
    file: 'a.yaml',
    path: ['b'],
    found: '',
    expected: '',
    fix: '',
  };
  it('turns the path into a line', () => {
    const { path: _path, ...rest } = message;
    expect(withLine(message, { lineOf: () => 3 })).toEqual({ ...rest, line: 3 });
    expect(withLine(message, { lineOf: () => undefined })).toEqual(rest);
  });
  it('keeps a line that is known already', () => {
    expect(withLine({ ...message, line: 5 }, { lineOf: () => 3 }).line).toBe(5);
    const { path: _path, ...rest } = message;
    expect(withLine(rest, { lineOf: () => 3 })).toEqual(rest);
  });
});
