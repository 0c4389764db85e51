import { createAsker } from '../../../api/download/asker.ts';
import { defaultDownloadSettings } from '../../../api/download/settings.ts';
import { liveSources } from '../../../geodata/sources/live/registry.ts';
import type { Collected, SourceRequest } from '../../../geodata/sources/live/source.ts';

/** The region that the tests' servers know, with its areas in two boundary years. */
const region = {
  key: 'sample',
  name: { nl: 'Voorbeeld', en: 'Sample' },
  municipalities: ['GM0141', 'GM0153'],
};
const codes = ['NL00', 'GM0141', 'GM0153', 'WK014100', 'WK015300'];
const neighbourhoods = ['BU0141', 'BU0153'].flatMap((start) =>
  [0, 1, 2, 3].map((end) => `${start}000${end}`),
);
const areas = new Map([2021, 2024].map((year) => [year, new Set([...codes, ...neighbourhoods])]));

/** How long a service may take before it is asked again (ms): a test of faults waits no longer than it must. */
const quickTimes = { answerTime: 250, stallTime: 250 };

/** The times of the product, for a service that is known to answer: a busy machine is no fault of it. */
export const patientTimes = {};

/** Asks a source as the import does, with a cache in `directory`; no database is needed. */
export function collect(
  source: string,
  dataset: string,
  directory: string,
  own: Partial<SourceRequest> & Pick<SourceRequest, 'base' | 'years'>,
  times: Partial<typeof quickTimes> = quickTimes,
): Promise<Collected> {
  const found = liveSources.find(({ key }) => key === source);
  if (!found) throw new Error(`there is no source ${source}`);
  const settings = {
    ...defaultDownloadSettings(directory, own.base),
    ...times,
    sleep: async () => undefined,
  };
  const ask = createAsker(settings, () => undefined);
  const request = { region, monthly: false, from: null, file: null, boundaryYears: [...areas.keys()], areas };
  return found.collect(dataset, { ...request, ...own }, ask);
}

/** The files of a package as texts, its descriptor among them, for comparing. */
export function readCollected({ descriptor, files, notes }: Collected): Record<string, string> {
  const texts = [...files].map(([path, bytes]): [string, string] => [path, new TextDecoder().decode(bytes)]);
  return { ...Object.fromEntries(texts), descriptor: JSON.stringify(descriptor), notes: notes.join('\n') };
}

/** A file of a package as cells; the first row holds the names. */
export function readTable(collected: Collected, path: string): string[][] {
  const bytes = collected.files.get(path);
  if (!bytes) throw new Error(`there is no ${path}, but ${[...collected.files.keys()].join(', ')}`);
  const lines = new TextDecoder().decode(bytes).trim().split('\n');
  return lines.map((line) => line.split(','));
}
