import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';

/**
 * Prose of one kind. Astro compiles the bodies only: facts are parsed once, by the catalogue's own
 * reader, so there is no second schema that could drift from it.
 */
const prose = (kind: string) =>
  defineCollection({
    loader: glob({
      base: `./content/${kind}`,
      pattern: '**/*.mdx',
      // Ids as in the catalogue: the file name, whatever folder it is in.
      generateId: ({ entry }) => (entry.split('/').at(-1) ?? entry).replace(/\.mdx$/, ''),
    }),
  });

export const collections = {
  chapters: prose('chapters'),
  portals: prose('portals'),
  models: prose('models'),
  searches: prose('searches'),
  experiments: prose('experiments'),
  methods: prose('methods'),
};
