import { InputError } from '../../geodata/problem.ts';
import { listAreasOfYear } from '../../sql/areas-of-year.ts';
import type { Database } from '../../sql/database.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import { type RoundResult, readResult } from '../../sql/questionnaires/results.ts';
import { listRounds } from '../../sql/questionnaires/rounds.ts';
import type { Reader } from '../../sql/reader.ts';
import type { ApiContext } from '../context.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { ReleaseError } from '../release/release-error.ts';
import { type ComparedRounds, compareWithBefore } from './comparing.ts';
import { explainRound } from './holding.ts';
import { publishRound, withdrawRound } from './publishing.ts';
import { requireRound, requireSeen, type SeenRound, tellTrail } from './rounds.ts';
import { weighRound } from './weighing.ts';

/** What was made of a round, as it is told to who asks. */
export interface ToldResult extends RoundResult {
  /** Beside the round before; null: there is none. */
  readonly before: (ComparedRounds & { readonly name: string }) | null;
  /** Names of the areas, by code. */
  readonly names: Readonly<Record<string, string>>;
}

/** The estimates of a round, beside those of the round before. Throws a problem 404 where it was not weighted. */
export async function tellResult(
  db: Database,
  asker: Asker,
  reader: Reader,
  key: string,
): Promise<ToldResult> {
  const { boundaryYear } = await requireRound(db, asker, key);
  const result = await readResult(db, asker, key);
  if (!result) throw notFound(`Round ${key} was not weighted`);
  const before = await compareWithBefore(db, asker, key);
  const named = before && (await listRounds(db, asker)).find((round) => round.key === before.round);
  const shown = new Set(result.estimates.map(({ area }) => area));
  const areas = await listAreasOfYear(db, reader, boundaryYear);
  return {
    ...result,
    before: before && { ...before, name: named?.name.nl ?? before.round },
    names: Object.fromEntries(
      areas.filter(({ code }) => shown.has(code)).map(({ code, name }) => [code, name]),
    ),
  };
}

/** Weights a closed round; throws a problem 409 that says why not. */
export async function weigh(
  db: Database,
  asker: Asker,
  { survey }: ApiContext,
  seen: SeenRound,
): Promise<void> {
  await requireSeen(db, asker, seen);
  const surveyKey = (await survey?.find()) ?? null;
  await explainAct(() =>
    weighRound(db, surveyKey, seen.key, (within, { method, respondents, hasConverged }) =>
      tellTrail(within, asker, 'round-weigh', seen.key, { method, respondents, hasConverged }),
    ),
  );
}

/** Publishes the figures of a weighted round; throws a problem 409 with what the checks found where they find an error. */
export async function publish(db: Database, asker: Asker, seen: SeenRound): Promise<void> {
  await requireSeen(db, asker, seen);
  const report = await explainAct(() =>
    publishRound(db, seen.key, { by: `person:${asker.id}` }, (within, release) =>
      tellTrail(within, asker, 'round-publish', seen.key, { release }),
    ),
  );
  if (report.state !== 'published') {
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    const fault = `Kept as release ${report.release}, and not shown: the checks found ${errors} errors. Look at it with: npm run releases -- show ${report.release}`;
    throw new RequestProblem('conflict', fault, undefined, undefined, { fault });
  }
}

/** Takes the figures of a published round back. */
export async function withdraw(db: Database, asker: Asker, seen: SeenRound): Promise<void> {
  await requireSeen(db, asker, seen);
  await explainAct(() =>
    withdrawRound(db, seen.key, { by: `person:${asker.id}` }, (within) =>
      tellTrail(within, asker, 'round-withdraw', seen.key),
    ),
  );
}

async function explainAct<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await explainRound(work);
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof InputError)
      throw new RequestProblem('conflict', error.message, undefined, undefined, { fault: error.message });
    throw error;
  }
}
