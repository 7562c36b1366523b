/** Records of a RIS file as lists of tags and values, read as the specification says, and strictly. */
export function readRis(text: string): (readonly [tag: string, value: string])[][] {
  const records: (readonly [string, string])[][] = [];
  let record: (readonly [string, string])[] | undefined;
  for (const line of text.split('\r\n')) {
    if (line === '' && record === undefined) continue;
    const match = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line);
    if (match === null) throw new Error(`No line of RIS: ${JSON.stringify(line)}`);
    const [, tag = '', value = ''] = match;
    if ((tag === 'TY') !== (record === undefined)) throw new Error(`TY opens a record: ${line}`);
    if (tag === 'ER') {
      records.push(record ?? []);
      record = undefined;
    } else if (record === undefined) record = [[tag, value]];
    else record.push([tag, value]);
  }
  if (record !== undefined) throw new Error('The last record has no end.');
  return records;
}
