import { readPort, serveSite } from './serve-site.ts';

serveSite(readPort());
