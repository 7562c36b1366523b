import { z } from 'zod';
import { Text } from './common.ts';

/** A finding of a rule that is known and stays for now: one entry of `content/exceptions.yaml`. */
export const Exception = z.strictObject({
  rule: Text,
  /** File of the finding, relative to the content folder. */
  file: Text,
  /** What the message says was found; absent where every finding of the rule in that file is meant. */
  found: Text.optional(),
  /** Why the finding is not an error, or not one that can be corrected here. */
  reason: Text,
  /** What has to happen for the exception to go. */
  removeWhen: Text,
});
export type Exception = z.infer<typeof Exception>;

/** The whole file: sorted by rule, file and finding. */
export const ExceptionList = z.array(Exception);
