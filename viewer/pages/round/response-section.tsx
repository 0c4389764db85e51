import { formatNumber } from '../../../geodata/number.ts';
import { leastShown } from '../../../geodata/questionnaire/watch.ts';
import type { RoundBody } from '../../data/contract.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { AreaName } from './area-name.tsx';
import { DayChart } from './day-chart.tsx';

type Response = NonNullable<RoundBody['response']>;

const write = (count: number | null) =>
  count === null ? roundWords.value.response.few : formatNumber(count, 0, language.value);

/** How a round is answered against its plan: by district, age and day. */
export function ResponseSection({ round }: { readonly round: RoundBody }) {
  const { response: text } = roundWords.value;
  const { response, plan, state } = round;
  if (!response) return null;
  const { ways } = response;
  return (
    <section aria-labelledby="response">
      <h2 id="response">{text.title}</h2>
      <p class="soft">
        {text.intro} {text.few10(leastShown)}{' '}
        {state === 'open' && text.elapsed(Math.round(response.elapsed * 100))}
      </p>
      <dl class="round-facts">
        <div>
          <dt>{text.code}</dt>
          <dd>{write(ways.code)}</dd>
        </div>
        {plan.hasOpenLink && (
          <div>
            <dt>{text.openLink}</dt>
            <dd>{write(ways.open)}</dd>
          </div>
        )}
      </dl>
      <Strata round={round} response={response} />
      <Ages response={response} />
      <Days round={round} response={response} />
    </section>
  );
}

interface PartProps {
  readonly round: RoundBody;
  readonly response: Response;
}

function Strata({ round, response }: PartProps) {
  const { response: text } = roundWords.value;
  if (response.strata.length === 0) return null;
  const names = new Map(round.strata.map(({ area, name }) => [area, name]));
  const lagging = response.strata.filter(({ isLagging }) => isLagging).length;
  const isOpen = round.state === 'open';
  return (
    <>
      {isOpen && lagging > 0 && <p class="page-note">▲ {text.lagging(lagging)}</p>}
      <TableToRead label={`${text.title}: ${text.area}`} class="response-table">
        <thead>
          <tr>
            <th scope="col">{text.area}</th>
            <th scope="col" class="number">
              {text.count}
            </th>
            {isOpen && <th scope="col">{text.standing}</th>}
            <th scope="col" class="number">
              {text.share}
            </th>
            <th scope="col" class="number">
              {text.planned}
            </th>
            <th scope="col" class="number">
              {text.invited}
            </th>
          </tr>
        </thead>
        <tbody>
          {response.strata.map((stratum) => (
            <tr key={stratum.area}>
              <th scope="row">
                <AreaName code={stratum.area} name={names.get(stratum.area)} />
              </th>
              <td class="number">{write(stratum.count)}</td>
              {isOpen && (
                <td class={stratum.isLagging ? 'lagging' : 'soft'}>
                  {stratum.isLagging ? `▲ ${text.lags}` : text.onTrack}
                </td>
              )}
              <td class="number">
                {stratum.share === null ? '–' : `${formatNumber(stratum.share * 100, 0, language.value)}%`}
              </td>
              <td class="number">{write(stratum.planned)}</td>
              <td class="number">{write(stratum.invited)}</td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
    </>
  );
}

function Ages({ response }: Pick<PartProps, 'response'>) {
  const { response: text } = roundWords.value;
  if (response.ages.every(({ count }) => count === null)) return <p class="soft">{text.none}</p>;
  return (
    <>
      <h3>{text.byAge}</h3>
      <TableToRead label={text.byAge} class="narrow-table">
        <thead>
          <tr>
            <th scope="col">{text.age}</th>
            <th scope="col" class="number">
              {text.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {response.ages.map(({ band, count }) => (
            <tr key={band ?? 'unknown'}>
              <th scope="row">{band === null ? text.unknownAge : text.ages(band)}</th>
              <td class="number">{write(count)}</td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
    </>
  );
}

function Days({ round, response }: PartProps) {
  const { response: text } = roundWords.value;
  const { days } = response;
  return (
    <>
      <h3>{text.byDay}</h3>
      {days.length === 0 && <p class="soft">{text.noDays}</p>}
      {days.length > 1 && <DayChart days={days} plan={round.plan} />}
      {days.length > 0 && (
        <details class="round-days">
          <summary>{text.untilDay}</summary>
          <TableToRead label={text.byDay} class="narrow-table">
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col" class="number">
                  {text.untilDay}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, count }) => (
                <tr key={day}>
                  <th scope="row">{writeDay(day)}</th>
                  <td class="number">{write(count)}</td>
                </tr>
              ))}
            </tbody>
          </TableToRead>
        </details>
      )}
    </>
  );
}
