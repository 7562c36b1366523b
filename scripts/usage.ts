/**
 * Runs the part of a command that reads its arguments. When that fails, or `--help` is asked for, the
 * help is printed and the process ends (2 for a wrong call, 0 for help).
 */
export function failUsage<T>(read: () => T, help: string): T {
  if (process.argv.includes('--help')) {
    console.log(help);
    process.exit(0);
  }
  const fail = (error: unknown): never => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  };
  try {
    const result = read();
    return (result instanceof Promise ? result.catch(fail) : result) as T;
  } catch (error) {
    return fail(error);
  }
}

/**
 * The value of an environment variable that a command cannot do without.
 * @throws when it is not set, or empty
 */
export function requireEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
