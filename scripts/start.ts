import { readPort, serveSite } from './serve-site.ts';
import { BUILD, CHECK, COMBINE, runSteps } from './steps.ts';

const port = readPort();
await runSteps([CHECK, COMBINE, BUILD]);
serveSite(port);
