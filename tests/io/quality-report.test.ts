import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { QualitySection } from '../../src/core/quality/quality-report.ts';
import { describeMachine, readQuality, writeQuality } from '../../src/io/quality-report.ts';
import { useTemporaryFolder } from '../../src/io/temporary-folder.ts';

const section = (value: number): QualitySection => ({
  method: 'Counted.',
  figures: [{ what: 'things', value }],
  date: '2026-01-10',
  commit: '1a2b3c4d5e',
  machine: 'a machine',
  seconds: 1,
});

const inFile = (use: (path: string, folder: string) => Promise<void>): Promise<void> =>
  useTemporaryFolder('quality-', (folder) => use(join(folder, 'quality.json'), folder));

describe('the report of quality', () => {
  it('is empty where nothing was measured', () =>
    inFile(async (path) => {
      expect(await readQuality(path)).toEqual({});
    }));
  it('keeps the other parts when one is measured again, in the order of the page', () =>
    inFile(async (path, folder) => {
      await writeQuality(path, 'load', section(1));
      await writeQuality(path, 'speed', section(2));
      await writeQuality(path, 'load', section(3));
      expect(await readQuality(path)).toEqual({ speed: section(2), load: section(3) });
      expect(Object.keys(JSON.parse(await readFile(path, 'utf8')) as object)).toEqual([
        'speed',
        'load',
      ]);
      expect(await readdir(folder)).toEqual(['quality.json']);
    }));
  it('stays as it is when a measurement is none', () =>
    inFile(async (path) => {
      await writeQuality(path, 'load', section(1));
      await expect(writeQuality(path, 'load', { ...section(1), figures: [] })).rejects.toThrow(
        'figures',
      );
      expect(await readQuality(path)).toEqual({ load: section(1) });
    }));
  it('says what is wrong with a file that something else wrote', () =>
    inFile(async (path) => {
      await writeFile(path, '{"load": {"method": 1}}');
      await expect(readQuality(path)).rejects.toThrow(/quality\.json is not a report.*\n.*\n/);
      await writeFile(path, '{');
      await expect(readQuality(path)).rejects.toThrow('Bring it back from git');
    }));
});

it('describes the machine by class, not by name', () => {
  expect(describeMachine()).toMatch(/^\d+ × .+, \d+ GB, \w+ \w+, Node \d+\.\d+\.\d+$/);
});
