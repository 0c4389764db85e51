import { dayOf } from '../../geodata/day.ts';
import { type AgeBand, ageBands } from '../../geodata/questionnaire/round.ts';
import {
  elapsedShare,
  type ResponseCount,
  tellAges,
  tellDays,
  tellStrata,
  tellWays,
} from '../../geodata/questionnaire/watch.ts';
import type { Database } from '../../sql/database.ts';
import { type Asker, listOwnMunicipalities } from '../../sql/questionnaires/permission.ts';
import type { KeptRound } from '../../sql/questionnaires/rounds.ts';
import { countRegister, type KeptStratum, listStrata } from '../../sql/questionnaires/strata.ts';
import { countWaitingTexts, hasTexts } from '../../sql/questionnaires/texts.ts';
import { listResponseFor } from '../../sql/questionnaires/watching.ts';
import type { RoundBody } from '../schemas/round.ts';
import { requireQuestionnaire } from './drafts.ts';
import { requireRound } from './rounds.ts';

/** A round as it is told to who asks: an editor what is his municipality's. `address`: where letters lead, without a slash at the end. */
export async function tellRound(
  db: Database,
  asker: Asker,
  key: string,
  address: string,
): Promise<RoundBody> {
  const round = await requireRound(db, asker, key);
  const { state, revision, ...plan } = round;
  const strata = await listStrata(db, asker, key);
  const own = listOwnMunicipalities(asker);
  const { definition } = await requireQuestionnaire(db, asker, {
    key: round.questionnaire,
    version: round.version,
  });
  const { name, languages, indicators, blocks } = definition;
  const texts = blocks
    .flatMap(({ questions }) => questions)
    .filter(({ form }) => form.kind === 'text')
    .map((question) => ({ key: question.key, text: question.text }));
  return {
    plan,
    state,
    revision,
    own: own && [...own],
    questionnaire: { name, languages, indicators, texts },
    address,
    strata,
    register: await countRegister(db, asker, key),
    response: state === 'planned' ? null : await tellResponse(db, asker, round, strata),
    waitingTexts: await countWaitingTexts(db, asker, key),
    hasTexts: await hasTexts(db, key),
  };
}

async function tellResponse(db: Database, asker: Asker, round: KeptRound, strata: readonly KeptStratum[]) {
  const elapsed = elapsedShare(round, dayOf(new Date()));
  const rows = await listResponseFor(db, asker, round.key);
  const counts: ResponseCount[] = rows.map((row) => ({
    ...row,
    ageBand: ageBands.find((band): band is AgeBand => band === row.ageBand) ?? null,
  }));
  return {
    elapsed,
    strata: tellStrata(strata, counts, elapsed),
    ages: tellAges(counts, round.ageFrom),
    days: tellDays(counts),
    ways: tellWays(counts, round.hasOpenLink),
  };
}
