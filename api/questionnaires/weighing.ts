import { setImmediate } from 'node:timers/promises';
import type { Round } from '../../geodata/questionnaire/round.ts';
import {
  type AreaEstimate,
  type EstimationInput,
  estimateIndicators,
} from '../../geodata/weighting/area-estimates.ts';
import { usualWeighting, weightSheets } from '../../geodata/weighting/weighting.ts';
import type { Database } from '../../sql/database.ts';
import {
  keepResult,
  moveWeighedRound,
  type RoundResult,
  readRoundToWeigh,
} from '../../sql/questionnaires/results.ts';
import { RoundRefusal } from '../../sql/questionnaires/round-refusal.ts';
import type { SurveyKey } from '../../sql/questionnaires/sealing.ts';
import { readSheets, removeSheets } from '../../sql/questionnaires/sheets.ts';

/**
 * Weights the answers of a closed round to the register and keeps the estimates of its areas; a round that was weighted
 * and is not published is weighted anew. Where the round's settings say so its sheets are removed with that, in the same
 * transaction, and so is what `beside` writes of it. `key` null: of answers that are made up. Throws RoundRefusal.
 */
export async function weighRound(
  db: Database,
  key: SurveyKey | null,
  round: string,
  beside: (within: Database, report: RoundResult['report']) => Promise<void> = async () => undefined,
): Promise<RoundResult> {
  const found = await readRoundToWeigh(db, round);
  if (!found) throw new RoundRefusal('unknown-round');
  if (found.round.state !== 'closed' && found.round.state !== 'weighted')
    throw new RoundRefusal('not-closed');
  const { questionnaire, strata, areas } = found;
  const { settings } = found.round;
  const all = await readSheets(db, key, round);
  const sheets = all.filter(({ ageBand }) => isOfAge(ageBand, found.round));
  const register = found.register.filter(({ ageBand }) => isOfAge(ageBand, found.round));
  const weighting = weightSheets({ sheets, strata, register, settings: usualWeighting });
  if (!weighting) throw new RoundRefusal('no-answers');
  const { report } = weighting;
  const result: RoundResult = {
    report: { ...report, leftOut: report.leftOut + all.length - sheets.length },
    estimates: await estimate({ questionnaire, weighting, strata, areas, settings }),
    package: null,
  };
  await db.transaction().execute(async (transaction) => {
    const isMoved = await moveWeighedRound(transaction, round, { revision: found.revision, to: 'weighted' });
    if (!isMoved) throw new RoundRefusal('changed');
    await keepResult(transaction, round, result);
    if (settings.removesSheets) await removeSheets(transaction, round);
    await beside(transaction, result.report);
  });
  return result;
}

/** Indicator by indicator, so that the server answers in between. */
async function estimate(input: EstimationInput): Promise<AreaEstimate[]> {
  const estimates: AreaEstimate[] = [];
  for (const some of estimateIndicators(input)) {
    estimates.push(...some);
    await setImmediate();
  }
  return estimates;
}

/** Whether people of a band of age are asked in a round. */
function isOfAge(ageBand: string | null, { ageFrom }: Pick<Round, 'ageFrom'>): boolean {
  return ageFrom === 15 || ageBand !== '15-17';
}
