import { formatInFull, formatNumber, formatUnit } from '../../../geodata/number.ts';
import { hasValue } from '../../../geodata/observation.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { makeLazy } from '../../parts/lazy-part.tsx';
import { explainStatus, isRemarked, nameStatus, writeStatus } from '../../parts/status-text.ts';
import { lines, pointOf, rank } from '../../state/area/benchmarks.ts';
import { boundaryChange } from '../../state/area/lineage.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

/** Few areas have it: its code comes with the first. */
const FewPeople = makeLazy(
  () => import('./few-people.tsx').then((module) => module.FewPeople),
  () => <div class="skeleton card-waiting" />,
);

/** The area's figure for the period on screen: large, with unit, status, bounds, sample size and rank. */
export function MainFigure() {
  const text = words.value;
  const meant = indicator.value;
  const own = lines.value?.find(({ code }) => code === lines.value?.[0]?.code);
  if (!meant || !shown.value) return null;
  if (!lines.value) return <div class="main-figure skeleton skeleton-figure" aria-hidden="true" />;
  const point = own ? pointOf(own) : null;
  const status = point?.status ?? 'missing';
  const write = (value: number) => formatNumber(value, meant.decimals, language.value);
  return (
    <div class="main-figure">
      {point?.value != null ? (
        <p class="figure">
          <strong title={formatInFull(point.value, meant.decimals, language.value)}>
            {write(point.value)}
          </strong>
          <span class="soft">{formatUnit(meant.unit, language.value)}</span>
        </p>
      ) : (
        <p class="figure figure-absent">{nameStatus(status, meant, point?.reason)}</p>
      )}
      <p class="soft small">
        {formatPeriod(shown.value.period, language.value)}
        {hasValue(status) && point && isRemarked(point) && (
          <span class="status" title={point.reason === 'indicative' ? text.area.indicativeHint : undefined}>
            {writeStatus(point, meant)}
          </span>
        )}
        {point?.lower != null && point.upper != null && (
          <span title={text.area.boundsHint}>
            {' '}
            · {text.area.bounds(write(point.lower), write(point.upper))}
          </span>
        )}
        {point?.sampleSize != null && (
          <span> · {text.area.sample(formatNumber(point.sampleSize, 0, language.value))}</span>
        )}
      </p>
      {!hasValue(status) && (
        <p class="soft small">
          {explainStatus(status, meant, meant.survey !== null && point?.reason != null)}
        </p>
      )}
      {status === 'too-few' && <FewPeople />}
      {rank.value && (
        <p class="rank" title={text.area.rankHint}>
          {text.area.rankOf(
            rank.value.position,
            rank.value.position + rank.value.ties - 1,
            rank.value.of,
            text.levels[shown.value.level].many,
          )}
          <span class="soft small">{text.area.rankHint}</span>
        </p>
      )}
    </div>
  );
}

/** Warns that the area's boundaries are not those of the boundary year before. */
export function BoundaryNote() {
  const text = words.value.area.changes;
  const found = boundaryChange.value;
  if (!found) return null;
  const codes = found.fromCodes.join(', ');
  const sentence =
    found.change === 'recoded' ? text.recoded(found.since, codes) : text[found.change](found.since);
  return (
    <p class="note">
      {sentence}
      {found.change !== 'recoded' && codes && ` ${text.from(codes)}`}
    </p>
  );
}
