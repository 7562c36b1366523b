import { readPort, serveSite } from './serve-site.ts';
import { BUILD, CHECK, COMBINE, INDEX, runSteps } from './steps.ts';

const port = readPort();
await runSteps([CHECK, COMBINE, BUILD, INDEX]);
serveSite(port);
