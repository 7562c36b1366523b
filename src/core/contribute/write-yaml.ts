import { stringify } from 'yaml';

/** Columns at which long text goes on in the next line, as in the files that are there. */
const WIDTH = 100;

/**
 * Facts as YAML, in the order of a schema's keys; what is undefined or an empty list is left out.
 * @param order keys in the order in which they are written; others follow
 */
export function writeYaml(
  facts: Readonly<Record<string, unknown>>,
  order: readonly string[],
): string {
  const keys = [...new Set([...order, ...Object.keys(facts)])];
  const kept = keys.flatMap((key) => {
    const value = facts[key];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[key, value] as const];
  });
  return stringify(Object.fromEntries(kept), {
    lineWidth: WIDTH,
    aliasDuplicateObjects: false,
    keepUndefined: false,
  });
}
