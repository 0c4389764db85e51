import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { BackupError } from '../../api/backup/backup-error.ts';
import { BaseMapError } from '../../api/base-map/base-map.ts';
import { ConfigError } from '../../api/config.ts';
import { DocumentRefusal } from '../../api/contributions/documents/refusal.ts';
import { RequestProblem } from '../../api/errors.ts';
import { InputError } from '../../geodata/problem.ts';
import { GeometryFault } from '../../geodata/sources/formats/wkb.ts';
import { makeFolder } from '../setup/folder.ts';
import { listFigureFiles } from '../setup/fuzz/figure-files.ts';
import type { ReadableFile } from '../setup/fuzz/readable-file.ts';
import { listSentFiles } from '../setup/fuzz/sent-files.ts';
import { fuzzSize } from '../setup/fuzz/size.ts';
import { openTally } from '../setup/fuzz/tally.ts';

vi.setConfig({ testTimeout: 1_800_000 });

const { seed, files: count } = fuzzSize;
let files: readonly ReadableFile[];
beforeAll(async () => {
  files = [...(await listFigureFiles()), ...(await listSentFiles(await makeFolder('damaged')))];
});

/** How readers refuse: what they throw is for people. */
const refusals = [
  InputError,
  GeometryFault,
  RequestProblem,
  DocumentRefusal,
  BaseMapError,
  ConfigError,
  BackupError,
];

/** `read`, or how it was refused; null: by an error that is for nobody. */
async function tryReading(file: ReadableFile, bytes: Uint8Array): Promise<string | null> {
  try {
    await file.read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof InputError && error.message.includes('\n')) return null;
    return refusals.some((kind) => error instanceof kind) ? 'refused' : null;
  }
}

test('each of these files is read as long as it is whole', async () => {
  const ends = await Promise.all(files.map(async (file) => [file.name, await tryReading(file, file.whole)]));
  expect(ends.filter(([, end]) => end !== 'read')).toEqual([]);
});

test('a damaged file is read or refused in words, by every reader', async () => {
  const tally = openTally();
  const each = Math.ceil(count / files.length);
  for (const [place, file] of files.entries()) {
    for (const bytes of fc.sample(file.damaged, { seed: seed + place, numRuns: each })) {
      const began = performance.now();
      const ended = await tryReading(file, bytes);
      tally.note(ended ?? 'broken', file.name, performance.now() - began);
      if (ended === null) {
        const error = await Promise.resolve(file.read(bytes)).catch((thrown: Error) => thrown.stack);
        tally.wrong.push(`${file.name}: ${Buffer.from(bytes).toString('base64').slice(0, 400)}\n${error}`);
      }
    }
  }
  console.log(tally.tell(`damaged files of ${files.length} kinds`));
  expect(tally.wrong.slice(0, 5)).toEqual([]);
});
