import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBreaks, nameAsked } from '../../geodata/questionnaire/lineage.ts';
import type { Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import { packRound, type ShownRound } from '../../geodata/weighting/round-package.ts';
import { listReleases, type Release } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { findDemonstrationRound } from '../../sql/questionnaires/demonstration.ts';
import {
  keepPackage,
  listWeightedRounds,
  moveWeighedRound,
  readRoundToWeigh,
  readWholeResult,
  type WeightedRound,
} from '../../sql/questionnaires/results.ts';
import { RoundRefusal } from '../../sql/questionnaires/round-refusal.ts';
import { type ActOptions, withdrawRelease } from '../release/acts.ts';
import { requireRegion } from '../release/held-region.ts';
import { importer } from '../release/holding.ts';
import { importPackage } from '../release/import.ts';
import { writeFolder } from '../release/live.ts';
import type { ImportReport } from '../release/report.ts';

/**
 * Publishes the estimates of a weighted round as a release like any other, `vragenlijst-{round}`: checked, held against
 * what is published, with bounds, sample sizes and the facts of the round. Where the checks find an error the release is
 * kept without being shown, and the round stays weighted: see `state` of the report. Stopped halfway it can be called
 * again. What `beside` writes stands with the round's new state or not at all. Throws RoundRefusal, or InputError where there are no boundaries of the round's year.
 */
export async function publishRound(
  db: Database,
  key: string,
  { by, onProgress = () => undefined }: ActOptions,
  beside: (within: Database, release: number | null) => Promise<void> = async () => undefined,
): Promise<ImportReport> {
  const { round, revision } = await requireRound(db, key, 'weighted');
  const rounds = await listWeightedRounds(db, round.questionnaire);
  const own = rounds.find((candidate) => candidate.round.key === key);
  if (!own) throw new RoundRefusal('not-weighted');
  const shown = rounds.filter((candidate) => candidate === own || candidate.round.state === 'published');
  const region = await requireRegion(db, own.questionnaire.key);
  const named = nameAsked(listVersions(shown));
  const describe = ({ round: each, result }: WeightedRound): ShownRound => ({
    round: each,
    report: result.report,
    asked: named.get(each.version) ?? String(each.version),
  });
  const { descriptor, files } = packRound({
    shown: describe(own),
    questionnaire: own.questionnaire,
    estimates: own.result.estimates,
    region,
    others: shown.filter((candidate) => candidate !== own).map(describe),
    breaks: listBreaks(
      shown.map((each) => ({ period: each.round.period, questionnaire: each.questionnaire })),
    ),
  });
  const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-vragenlijst-'));
  try {
    const folder = join(directory, String(descriptor.name));
    await writeFolder(folder, descriptor, files);
    const report = await importPackage(db, folder, { importedBy: by, onProgress });
    if (report.state === 'published')
      await db.transaction().execute(async (transaction) => {
        await keepPackage(transaction, key, String(descriptor.name));
        await moveWeighedRound(transaction, key, { revision, to: 'published' });
        await beside(transaction, report.release);
      });
    return report;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Takes the figures of a published round back, to the last bit; the round is weighted again. A release that came after
 * tells of the rounds before it, so that the latest goes first. Throws RoundRefusal or ReleaseError.
 */
export async function withdrawRound(
  db: Database,
  key: string,
  options: ActOptions,
  beside: (within: Database) => Promise<void> = async () => undefined,
): Promise<void> {
  const { revision, round } = await requireRound(db, key, 'published');
  if (await findDemonstrationRound(db, key)) throw new RoundRefusal('demonstration');
  const releases = await listPublished(db);
  const name = (await readWholeResult(db, key))?.package;
  const release = name ? releases.get(name) : undefined;
  const numberOf = ({ result }: WeightedRound) => releases.get(result.package ?? '')?.id ?? 0;
  const [latest] = (await listWeightedRounds(db, round.questionnaire)).sort(
    (one, other) => numberOf(other) - numberOf(one),
  );
  if (release && latest && numberOf(latest) > release.id)
    throw new RoundRefusal('published-later', latest.round.name.nl ?? latest.round.key);
  if (release) await withdrawRelease(db, release.id, options);
  await db.transaction().execute(async (transaction) => {
    await keepPackage(transaction, key, null);
    await moveWeighedRound(transaction, key, { revision, to: 'weighted' });
    await beside(transaction);
  });
}

/** The releases that are shown, by the name of their package. */
async function listPublished(db: Database): Promise<ReadonlyMap<string, Release>> {
  const releases = await listReleases(db, importer);
  return new Map(releases.filter(({ state }) => state === 'published').map((each) => [each.package, each]));
}

async function requireRound(db: Database, key: string, state: 'weighted' | 'published') {
  const found = await readRoundToWeigh(db, key);
  if (!found) throw new RoundRefusal('unknown-round');
  if (found.round.state !== state)
    throw new RoundRefusal(state === 'weighted' ? 'not-weighted' : 'not-published');
  return found;
}

/** Each version that was asked, in order. */
function listVersions(rounds: readonly WeightedRound[]): Questionnaire[] {
  const versions = new Map(rounds.map(({ questionnaire }) => [questionnaire.version, questionnaire]));
  return [...versions.values()].sort((one, other) => one.version - other.version);
}
