import { settleSearchIndex } from '../src/io/settle-search-index.ts';
import { runSteps } from './steps.ts';

await runSteps([{ name: 'read the pages', command: ['pagefind', '--site', 'dist', '--silent'] }]);
await settleSearchIndex('dist/pagefind');
