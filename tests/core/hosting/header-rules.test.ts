import { describe, expect, it } from 'vitest';
import { appliesTo, listHeaders } from '../../../src/core/hosting/header-rules.ts';

const RULES = [
  { headers: [['Content-Security-Policy', "default-src 'self'"]] },
  { outside: ['/embed/'], headers: [['Content-Security-Policy', "frame-ancestors 'self'"]] },
  { in: ['/api/', '/figures/'], headers: [['Access-Control-Allow-Origin', '*']] },
] as const;

describe('the rules of headers', () => {
  it('are for every file, for folders, or for all but folders', () => {
    expect(RULES.map((rule) => appliesTo(rule, '/embed/p/index.html'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(RULES.map((rule) => appliesTo(rule, '/figures/p.svg'))).toEqual([true, true, true]);
  });
  it('hold together where two say one header', () => {
    expect(listHeaders(RULES, '/')).toEqual([
      ['Content-Security-Policy', "default-src 'self', frame-ancestors 'self'"],
    ]);
    expect(listHeaders(RULES, '/embed/p/')).toEqual([
      ['Content-Security-Policy', "default-src 'self'"],
    ]);
  });
});
