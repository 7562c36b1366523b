import { expect, it } from 'vitest';
import { formatJson } from '../../src/io/report-json.ts';

it('the report as JSON has the keys that programs rely on, in their order, and no others', () => {
  const text = formatJson({
    folder: 'content',
    messages: [
      {
        fix: 'close it',
        found: 'an open end',
        expected: 'a ring',
        severity: 'error',
        rule: 'closed-rings',
        path: ['a'],
        file: 'limits/vector/a.csv',
        line: 4,
        repair: { kind: 'close-rings' },
      },
    ],
    textOf: () => undefined,
  });
  expect(text).toBe(`{
  "root": "content",
  "messages": [
    {
      "rule": "closed-rings",
      "severity": "error",
      "file": "limits/vector/a.csv",
      "line": 4,
      "found": "an open end",
      "expected": "a ring",
      "fix": "close it",
      "repair": {
        "kind": "close-rings"
      }
    }
  ]
}`);
  expect(formatJson({ folder: 'c', messages: [], textOf: () => undefined })).toBe(
    '{\n  "root": "c",\n  "messages": []\n}',
  );
});
