import { readPort, serveSite } from './serve-site.ts';

await serveSite(readPort());
