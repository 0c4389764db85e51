import { municipalityOfCode } from '../../area.ts';
import { readAddress } from '../../dimension.ts';
import type { Indicator } from '../../indicator.ts';
import { isMapLevel } from '../../level.ts';
import { hasValue, type Observation } from '../../observation.ts';
import { listAllObservations, type ObservationTable, packObservations } from '../../observation-table.ts';
import { findRound, isIndicative, type Survey } from '../../survey.ts';

/**
 * Marks the figures of so few answers that the facts of their survey call them indicative. Of surveys with the same key the
 * first counts.
 */
export function markIndicative(
  table: ObservationTable,
  { indicators, surveys }: { readonly indicators: readonly Indicator[]; readonly surveys: readonly Survey[] },
): ObservationTable {
  const asked = new Map(
    indicators.flatMap(({ key, survey: name }) => {
      const survey = surveys.find((each) => each.key === name);
      return survey?.rounds.some(({ indicativeBelow }) => indicativeBelow != null) ? [[key, survey]] : [];
    }),
  );
  const surveyOf = (address: string) => asked.get(readAddress(address).indicator);
  if (![...table.indicators.keys()].some(surveyOf)) return table;
  return packObservations(mark(table, surveyOf));
}

function* mark(
  table: ObservationTable,
  surveyOf: (address: string) => Survey | undefined,
): Generator<Observation> {
  for (const observation of listAllObservations(table)) {
    const survey = surveyOf(observation.indicator);
    const { area, level, period, sampleSize, status, note } = observation;
    const round = survey && findRound(survey, period, isMapLevel(level) ? municipalityOfCode(area) : null);
    const isMarked = hasValue(status) && isIndicative(round, sampleSize);
    yield isMarked ? { ...observation, note: { ...note, isIndicative: true } } : observation;
  }
}
