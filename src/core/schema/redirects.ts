import { z } from 'zod';
import { Text } from './common.ts';

/** Path of a page from the root of the site, with a slash at both ends. */
const PagePath = z
  .string()
  .regex(
    /^\/([a-z0-9][a-z0-9-]*\/)+$/,
    'a page has a path like /limits/babar-2014-dark-photon/, with a slash at both ends',
  );

/** Pages that moved: every address ever released leads somewhere. */
export const Redirects = z.array(
  z.strictObject({
    /** Where the page was. */
    from: PagePath,
    /** Where the same thing is now. */
    to: PagePath,
    /** Why it moved, shown to who follows the old address. */
    why: Text,
  }),
);
export type Redirect = z.infer<typeof Redirects>[number];
