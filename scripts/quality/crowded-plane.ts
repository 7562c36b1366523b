import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Limit } from '../../src/core/catalogue.ts';
import { readContent } from '../../src/io/read-content.ts';

/**
 * Writes a content folder in which one plane has `times` its own limits: copies under other ids whose values differ
 * by a little, so that each is a curve of its own. Searches do not name the copies.
 */
export async function writeCrowdedPlane(
  from: string,
  to: string,
  plane: string,
  times: number,
): Promise<void> {
  const { catalogue } = await readContent(from);
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  const own = [...catalogue.limits.values()].filter((limit) => limit.plane === plane);
  const ids = new Set(own.map(({ id }) => id));
  /** A copy takes the place of the copy of what the limit takes the place of. */
  const renameOlder = (older: Limit['supersedes'], copy: number): Limit['supersedes'] =>
    older.map((one) =>
      ids.has(one.limit) ? { ...one, limit: `${one.limit}-copy-${String(copy)}` } : one,
    );
  for (const { id, file, table, supersedes } of own) {
    const facts = parse(await readFile(join(from, file), 'utf8')) as Record<string, unknown>;
    const isLog = (facts['value'] as { scale?: string } | undefined)?.scale === 'log10';
    const [head = '', ...lines] = table.text.trimEnd().split('\n');
    const column = head.split(',').indexOf('value');
    for (let copy = 2; copy <= times; copy++) {
      const rows = lines.map((line) => {
        const cells = line.split(',');
        const value = Number(cells[column]);
        const moved = isLog ? value + 0.01 * copy : value * 10 ** (0.01 * copy);
        if (column !== -1) cells[column] = moved.toPrecision(6);
        return cells.join(',');
      });
      const target = join(to, dirname(file), `${id}-copy-${String(copy)}`);
      await mkdir(dirname(target), { recursive: true });
      const { search: _search, ...kept } = facts;
      await writeFile(
        `${target}.yaml`,
        stringify({ ...kept, supersedes: renameOlder(supersedes, copy) }, { lineWidth: 0 }),
      );
      await writeFile(`${target}.csv`, `${[head, ...rows].join('\n')}\n`);
    }
  }
}
