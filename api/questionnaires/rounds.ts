import { municipalityOfCode } from '../../geodata/area.ts';
import type { Round } from '../../geodata/questionnaire/round.ts';
import { readRegister } from '../../geodata/sources/register.ts';
import { type AreaOfYear, listAreasOfYear } from '../../sql/areas-of-year.ts';
import type { Database } from '../../sql/database.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import { findQuestionnaire } from '../../sql/questionnaires/questionnaires.ts';
import {
  changeRound,
  createRound,
  findRound,
  type KeptRound,
  removeRound,
  touchRound,
} from '../../sql/questionnaires/rounds.ts';
import {
  listStrata,
  type PlannedStratum,
  writeRegister,
  writeStrata,
} from '../../sql/questionnaires/strata.ts';
import type { Reader } from '../../sql/reader.ts';
import { recordAct, type TrailAct, type TrailDetails } from '../../sql/trail.ts';
import { OutdatedError } from '../../sql/version.ts';
import { listYears } from '../../sql/years.ts';
import { invalidParameter, notFound, RequestProblem } from '../errors.ts';
import { describeFault } from './drafts.ts';

/** What is planned of a round. */
export type RoundPlan = Omit<Round, 'state'>;

/** A round as whoever changes it has seen it. */
export interface SeenRound {
  readonly key: string;
  readonly revision: number;
}

/** A round for who asks; throws a problem 404. */
export async function requireRound(db: Database, asker: Asker, key: string): Promise<KeptRound> {
  const found = await findRound(db, asker, key);
  if (found) return found;
  throw notFound(`No round ${key}`);
}

/** The round for who has seen it as it is; throws a problem 404, or 409 where somebody else changed it since. */
export async function requireSeen(
  db: Database,
  asker: Asker,
  { key, revision }: SeenRound,
): Promise<KeptRound> {
  const round = await requireRound(db, asker, key);
  if (round.revision === revision) return round;
  throw new RequestProblem('conflict', 'Somebody else changed this since it was read: look at it again');
}

/**
 * Plans a round, or changes what is planned: `revision` null where it is new. Throws a problem 400 where its questionnaire is no
 * fixed version or its boundaries are not held, 409 where it is open already or somebody else changed it.
 */
export async function saveRound(
  db: Database,
  asker: Asker,
  reader: Reader,
  plan: RoundPlan,
  revision: number | null,
): Promise<void> {
  const questionnaire = await findQuestionnaire(db, asker, {
    key: plan.questionnaire,
    version: plan.version,
  });
  if (!questionnaire?.isFixed)
    throw invalidParameter('version', 'a version that is fixed: a draft cannot be asked');
  const years = await listYears(db, reader);
  if (!years.includes(plan.boundaryYear))
    throw invalidParameter('boundaryYear', `one of ${years.join(', ')}`);
  if (revision === null)
    return record(db, asker, 'round-change', plan.key, (inside) => createRound(inside, plan));
  const kept = await requirePlanned(db, asker, plan.key);
  const strata = await listStrata(db, asker, plan.key);
  if (kept.boundaryYear !== plan.boundaryYear && strata.length > 0)
    throw invalidParameter('boundaryYear', 'take the strata away first: they are of the other boundaries');
  await record(db, asker, 'round-change', plan.key, (inside) =>
    changeRound(inside, revision, { ...plan, state: 'planned' }),
  );
}

/** Says from which parts of the population people are drawn. Throws a problem 400 where they overlap or are not there. */
export async function saveStrata(
  db: Database,
  asker: Asker,
  reader: Reader,
  { key, revision }: SeenRound,
  strata: readonly PlannedStratum[],
): Promise<void> {
  const { boundaryYear } = await requirePlanned(db, asker, key);
  requireApart(strata.map(({ area }) => area));
  const known = await listAreas(db, reader, boundaryYear);
  const unknown = strata.find(({ area }) => !known.some(({ code }) => code === area));
  if (unknown)
    throw invalidParameter('strata', `there is no ${unknown.area} in the boundaries of ${boundaryYear}`);
  const kept = await listStrata(db, asker, key);
  const gone = kept.find(
    ({ area, invited }) => invited > 0 && !strata.some((stratum) => stratum.area === area),
  );
  if (gone)
    throw new RequestProblem('conflict', `${gone.area} has codes: take those back before you take it away`);
  const placed = strata.map((stratum) => ({ ...stratum, municipality: municipalityOfCode(stratum.area) }));
  await record(db, asker, 'round-change', key, async (inside) => {
    await touchRound(inside, key, revision);
    await writeStrata(inside, key, placed);
  });
}

/** Each once, and no district beside the municipality that it lies in. */
function requireApart(areas: readonly string[]): void {
  const repeated = areas.find((area, index) => areas.indexOf(area) < index);
  if (repeated) throw invalidParameter('strata', `${repeated} stands there twice`);
  const within = areas.find((area) => area.startsWith('WK') && areas.includes(municipalityOfCode(area)));
  if (within)
    throw invalidParameter('strata', `${within} lies in ${municipalityOfCode(within)}, which is one too`);
}

/** The municipalities and districts of a boundary year. */
export async function listAreas(db: Database, reader: Reader, year: number): Promise<AreaOfYear[]> {
  const all = await listAreasOfYear(db, reader, year);
  return all.filter(({ level }) => level === 'municipality' || level === 'district');
}

/** Reads the register's counts in; gives what was left out, in words. Throws a problem 400 that names the row and the way out. */
export async function readRegisterFile(
  db: Database,
  asker: Asker,
  reader: Reader,
  key: string,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<readonly string[]> {
  const round = await requireRound(db, asker, key);
  if (round.state === 'weighted' || round.state === 'published')
    throw new RequestProblem('conflict', 'It was weighted already: close it again first');
  const areas = await listAreas(db, reader, round.boundaryYear);
  const districts = new Set(areas.filter(({ level }) => level === 'district').map(({ code }) => code));
  const { counts, notes } = await readRegister(file.bytes, file.name, {
    districts,
    ageFrom: round.ageFrom,
  }).catch((error: unknown) => {
    throw describeFault(error);
  });
  await record(db, asker, 'round-register', key, (inside) => writeRegister(inside, key, counts));
  return notes;
}

/** Removes a round that was never open. */
export async function remove(db: Database, asker: Asker, { key, revision }: SeenRound): Promise<void> {
  await requirePlanned(db, asker, key);
  await record(db, asker, 'round-remove', key, (inside) => removeRound(inside, key, revision));
}

async function requirePlanned(db: Database, asker: Asker, key: string): Promise<KeptRound> {
  const round = await requireRound(db, asker, key);
  if (round.state === 'planned') return round;
  throw new RequestProblem('conflict', `Round ${key} is ${round.state}: its plan does not change any more`);
}

/** Does something to a round and says so in the trail. What somebody else changed meanwhile is a problem 409. */
export async function record(
  db: Database,
  asker: Asker,
  act: TrailAct,
  key: string,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      await work(transaction);
      await tellTrail(transaction, asker, act, key);
    });
  } catch (error) {
    if (error instanceof OutdatedError) throw new RequestProblem('conflict', error.message);
    throw error;
  }
}

/** Writes in the trail what somebody did with a round. */
export function tellTrail(
  db: Database,
  { id }: Asker,
  act: TrailAct,
  key: string,
  detail?: TrailDetails,
): Promise<void> {
  return recordAct(db, { act, actor: `person:${id}`, subject: `round:${key}`, ...(detail && { detail }) });
}
