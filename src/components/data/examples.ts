/** What the examples of the page /data/ do; each is a file, which is shown, and run by a test. */
export type ExampleTask = 'one-limit' | 'combined' | 'everything' | 'scan';

/** Languages in the order of the choice, by the ending of their files. */
export const EXAMPLE_LANGUAGES = [
  { language: 'pandas.py', name: 'Python, pandas' },
  { language: 'py', name: 'Python alone' },
  { language: 'mjs', name: 'JavaScript' },
  { language: 'R', name: 'R, jsonlite' },
  { language: 'sh', name: 'curl, jq' },
] as const;

/** The address that stands in the files, for the page to fill in its own. */
const EXAMPLE_SITE = 'http://localhost:4321';

const FILES = import.meta.glob<string>('./examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The program of a task in a language with the site's address; undefined where there is none. */
export const readExample = (task: ExampleTask, language: string, url: string): string | undefined =>
  FILES[`./examples/${task}.${language}`]?.replaceAll(EXAMPLE_SITE, url).trimEnd();
