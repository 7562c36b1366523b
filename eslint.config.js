import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Forbids imports, with the reason; see docs/architecture.md. */
const forbidImports = (patterns, message, names = []) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: patterns, message }], paths: names.map((name) => ({ name, message })) },
  ],
});

/** Layers that nothing below `src/` may reach back to. */
const OUTSIDE = ['**/content.config*', '**/scripts/**', '**/tests/**'];

/** Node's modules under their bare names, which `node:*` does not cover. */
const BARE_NODE = builtinModules.filter((name) => !name.startsWith('node:'));

const CORE =
  'src/core is pure: no astro, no DOM, no node:, no chart.js, and nothing of the layers above.';

export default defineConfig(
  { ignores: ['dist', 'dist.next', '.astro', 'node_modules', 'test-results', 'playwright-report'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.astro', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // Programs of readers, which the page /data/ shows.
    files: ['src/components/data/examples/*.mjs'],
    languageOptions: { globals: { fetch: 'readonly', console: 'readonly' } },
  },
  {
    files: ['src/core/**'],
    rules: {
      ...forbidImports(
        [
          'astro',
          'astro:*',
          'node:*',
          'chart.js',
          'chart.js/*',
          '**/io/**',
          '**/figures/**',
          '**/components/**',
          '**/pages/**',
          '**/layouts/**',
          ...OUTSIDE,
        ],
        CORE,
        BARE_NODE,
      ),
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'navigator', 'location', 'fetch', 'localStorage'],
        ...['process', 'Buffer', 'performance', 'Date', 'crypto'],
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: CORE }],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: CORE }],
    },
  },
  {
    files: ['src/io/**'],
    rules: forbidImports(
      [
        'astro',
        'astro:*',
        'chart.js',
        'chart.js/*',
        '**/figures/**',
        '**/components/**',
        '**/pages/**',
        '**/layouts/**',
        ...OUTSIDE,
      ],
      'src/io knows only src/core.',
    ),
  },
  {
    files: ['src/figures/**'],
    rules: forbidImports(
      [
        'astro',
        'astro:*',
        'node:*',
        '**/io/**',
        '**/components/**',
        '**/pages/**',
        '**/layouts/**',
        ...OUTSIDE,
      ],
      'src/figures knows only src/core: it runs in the browser too.',
      BARE_NODE,
    ),
  },
  {
    files: ['src/package/**'],
    rules: forbidImports(
      [
        'astro',
        'astro:*',
        '**/io/**',
        '**/components/**',
        '**/pages/**',
        '**/layouts/**',
        ...OUTSIDE,
      ],
      'The package is src/core and src/figures; only its entry with the data reads files.',
    ),
  },
  {
    files: ['src/components/**'],
    rules: forbidImports(
      ['**/pages/**', '**/layouts/**', ...OUTSIDE],
      'Components know nothing of pages and layouts.',
    ),
  },
  {
    files: ['src/layouts/**'],
    rules: forbidImports(['**/pages/**', ...OUTSIDE], 'Layouts know nothing of pages.'),
  },
  prettier,
);
