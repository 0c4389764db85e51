import { municipalityOfCode } from '../../../../geodata/area.ts';
import { findCaveats } from '../../../../geodata/comparing/comparability.ts';
import { formatDay } from '../../../../geodata/day.ts';
import { Caveats } from '../../../figures/caveats.tsx';
import { nameWithUnit } from '../../../figures/indicator-name.ts';
import { Trend } from '../../../parts/chart/trend.tsx';
import { surveyOf } from '../../../state/area/caveats.ts';
import { language } from '../../../state/link/view.ts';
import { practiceWords } from '../../../state/screen/practice-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { drawLines } from './lines.ts';
import type { OutcomeRow } from './outcome-rows.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { nameGroup, writeObstacle, writeOutcome } from './outcome-text.ts';
import { outcomes } from './outcomes.ts';
import './outcome.css';

/** What came of something that is done, measured on our own figures; nothing where there is no figure for the reader. */
export function MeasuredOutcome({ of: id }: { readonly of: number }) {
  const { outcome: text } = practiceWords.value;
  const row = outcomes.current.value?.get(id);
  if (!row) return null;
  const { indicator } = row;
  return (
    <section class="measured-outcome" aria-labelledby="outcome">
      <h3 id="outcome">{text.title}</h3>
      <p class="soft small">{text.measuredOn(nameWithUnit(indicator))}</p>
      <Findings row={row} />
      <OutcomeTrend row={row} />
      {row.finding && (
        <p class="outcome-caution">
          <strong>{text.noCause}</strong> {text.caution}
        </p>
      )}
    </section>
  );
}

function Findings({ row }: { readonly row: OutcomeRow }) {
  const { indicator, before, after, done } = row;
  const obstacle = writeObstacle(row);
  if (obstacle !== null) return <p>{obstacle}</p>;
  if (!before || !after) return null;
  const municipality = municipalityOfCode(done.area);
  const at = ({ moment: { period } }: typeof before) => ({ period, municipality });
  return (
    <>
      {writeOutcome(row).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Caveats
        caveats={findCaveats(at(before), at(after), {
          breaks: indicator.breaks,
          survey: surveyOf(indicator),
        })}
      />
      <OutcomeTable row={row} />
    </>
  );
}

/** The area through time beside what it is held against, with the day on which it began. */
function OutcomeTrend({ row }: { readonly row: OutcomeRow }) {
  const { outcome: text } = practiceWords.value;
  const { indicator, place, done, points, after } = row;
  const newest = points.at(-1);
  if (!place || !newest) return null;
  const lines = drawLines(row, place, nameGroup(row));
  const { beganOn, endedOn } = done;
  const days = [
    { day: beganOn, label: text.began },
    ...(endedOn ? [{ day: endedOn, label: text.ended }] : []),
  ];
  const told = [
    text.beganOn(formatDay(beganOn, language.value)),
    endedOn && text.endedOn(formatDay(endedOn, language.value)),
  ];
  const title = text.chart(translate(indicator.name), place.name, told.filter(Boolean).join(', '));
  const current = after?.moment.period ?? newest.moment.period;
  return (
    <Trend
      heading={title}
      title={title}
      keyed={lines}
      lines={lines}
      decimals={indicator.decimals}
      current={current}
      highlighted={done.area}
      height={168}
      days={days}
    />
  );
}

/** What was measured of one who does it too, in a sentence under his entry in a list. */
export function OutcomeNote({ of: id }: { readonly of: number }) {
  const { outcome: text } = practiceWords.value;
  const row = outcomes.current.value?.get(id);
  if (!row) return null;
  const sentences = writeObstacle(row) ?? writeOutcome(row).join(' ');
  return (
    <p class="small">
      {text.title}: {sentences}
    </p>
  );
}
