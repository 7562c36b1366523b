import { expect, it } from 'vitest';
import { writeRobots } from '../../../src/core/discovery/robots.ts';

it('robots.txt allows everything and names the sitemap by its whole address, or not at all', () => {
  expect(writeRobots('https://example.org/sitemap.xml')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n',
  );
  expect(writeRobots(undefined)).toBe('User-agent: *\nAllow: /\n');
});
