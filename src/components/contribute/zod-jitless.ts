import { z } from 'zod';

/** Zod tries to compile its schemas from text where it may; the security policy of the site forbids it. */
z.config({ jitless: true });
