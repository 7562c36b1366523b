/**
 * A file of the API as text: a member a line, a list of objects one of them a line, so that files can be
 * read and compared.
 * @param written members that are JSON text already, to be put at the end
 */
export function writeJson(file: object, written: Readonly<Record<string, string>> = {}): string {
  const members: [string, string][] = [
    ...Object.entries(file as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]): [string, string] => [key, writeMember(value)]),
    ...Object.entries(written),
  ];
  return `{\n${members.map(([key, text]) => ` ${JSON.stringify(key)}: ${text}`).join(',\n')}\n}\n`;
}

const writeMember = (value: unknown): string =>
  Array.isArray(value) && value.some((item) => typeof item === 'object')
    ? `[\n${value.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`
    : JSON.stringify(value);

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/**
 * A plain decimal number as JSON writes it, with every digit: `.5` becomes `0.5`, `1.` becomes `1`, `+1e-3`
 * becomes `1e-3`; most stay as they are.
 */
export function toJsonNumber(token: string): string {
  if (JSON_NUMBER.test(token)) return token;
  const [, sign = '', whole = '', fraction = '', power = ''] =
    /^([+-]?)(\d*)\.?(\d*)((?:[eE].*)?)$/u.exec(token) ?? [];
  const number = whole.replace(/^0+(?=\d)/u, '');
  return `${sign === '-' ? '-' : ''}${number === '' ? '0' : number}${fraction === '' ? '' : `.${fraction}`}${power}`;
}
