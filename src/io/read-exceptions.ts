import { EXCEPTIONS_FILE } from '../core/lint/exceptions.ts';
import type { Message } from '../core/message.ts';
import { ExceptionList } from '../core/schema/index.ts';
import type { Exception } from '../core/schema/index.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The exceptions of a content folder, and what is wrong with the file. */
export interface ExceptionsRead {
  readonly exceptions: readonly Exception[];
  readonly messages: readonly Message[];
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** Reads `exceptions.yaml`; without such a file there are none, and a faulty one silences nothing. */
export function readExceptions(texts: ReadonlyMap<string, string>): ExceptionsRead {
  const { value, ...rest } = readYamlFile(texts, EXCEPTIONS_FILE, ExceptionList, []);
  return { exceptions: value, ...rest };
}
