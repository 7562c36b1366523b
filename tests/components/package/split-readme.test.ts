import { describe, expect, it } from 'vitest';
import { splitReadme } from '../../../src/components/package/split-readme.ts';

describe('splitReadme', () => {
  it('tells prose, programs and what they print apart, in their order and without the title', () => {
    const text =
      '# name\n\nWords.\n\n## One\n\n```js\nconsole.log(1);\n```\n\n```text\n1\n```\n\nMore.\n\n```sh\nnpm ci\n```\n';
    expect(splitReadme(text)).toEqual([
      { kind: 'prose', markdown: 'Words.\n\n## One' },
      { kind: 'code', language: 'js', code: 'console.log(1);', output: '1' },
      { kind: 'prose', markdown: 'More.' },
      { kind: 'code', language: 'sh', code: 'npm ci' },
    ]);
  });
  it('takes a text that follows prose for code', () => {
    expect(splitReadme('# name\n\nWords.\n\n```text\n1\n```\n')).toEqual([
      { kind: 'prose', markdown: 'Words.' },
      { kind: 'code', language: 'text', code: '1' },
    ]);
  });
});
