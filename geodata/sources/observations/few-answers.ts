import { municipalityOfCode } from '../../area.ts';
import { readAddress } from '../../dimension.ts';
import type { Indicator } from '../../indicator.ts';
import { isMapLevel } from '../../level.ts';
import { hasValue, type Observation } from '../../observation.ts';
import { findRound, isIndicative, type Survey } from '../../survey.ts';

/** Marks the figures of so few answers that the facts of their survey call them indicative. */
export function markIndicative(
  observations: readonly Observation[],
  { indicators, surveys }: { readonly indicators: readonly Indicator[]; readonly surveys: readonly Survey[] },
): readonly Observation[] {
  const asked = new Map(
    indicators.flatMap(({ key, survey: name }) => {
      const survey = surveys.find((each) => each.key === name);
      return survey?.rounds.some(({ indicativeBelow }) => indicativeBelow != null) ? [[key, survey]] : [];
    }),
  );
  if (asked.size === 0) return observations;
  return observations.map((observation) => {
    const survey = asked.get(readAddress(observation.indicator).indicator);
    const { area, level, period, sampleSize, status, note } = observation;
    const round = survey && findRound(survey, period, isMapLevel(level) ? municipalityOfCode(area) : null);
    return hasValue(status) && isIndicative(round, sampleSize)
      ? { ...observation, note: { ...note, isIndicative: true } }
      : observation;
  });
}
