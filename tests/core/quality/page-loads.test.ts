import { describe, expect, it } from 'vitest';
import {
  countElements,
  listImports,
  listLaterImports,
  listPageLoads,
} from '../../../src/core/quality/page-loads.ts';

describe('what is loaded with a page', () => {
  it('is its stylesheets, scripts, preloads and pictures near its top', () => {
    const html = `<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/x/">
      <link rel="preload" href="/f.woff2" as="font"><script type="module" src="/b.js"></script>
      <script type="application/ld+json">{"a": "<p>"}</script>
      <img src="/now.png" width="1"><img src="/later.png" loading="lazy">`;
    expect(listPageLoads(html)).toEqual({
      styles: ['/a.css'],
      scripts: ['/b.js'],
      preloads: ['/f.woff2'],
      pictures: ['/now.png'],
    });
    expect(countElements(html)).toBe(7);
  });
  it('is, of a module, what it imports, and not what it imports when needed', () => {
    const code = `import{a as b}from"./a.1.js";import"./c.js";export{x}from'./d.js';const e=()=>import(\`./later.js\`);`;
    expect(listImports(code)).toEqual(['./a.1.js', './c.js', './d.js']);
    expect(listLaterImports(code)).toEqual(['./later.js']);
  });
});
