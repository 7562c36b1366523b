import { BUILD, INDEX, runSteps } from './steps.ts';

await runSteps([BUILD, INDEX]);
