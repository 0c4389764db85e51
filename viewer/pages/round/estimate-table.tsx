import { formatDifference, formatNumber } from '../../../geodata/number.ts';
import type { MeasuredIndicator } from '../../../geodata/questionnaire/questionnaire.ts';
import type { ResultBody } from '../../data/contract.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { translate } from '../../state/screen/words.ts';
import { AreaName } from './area-name.tsx';
import { BoundsBar } from './bounds-bar.tsx';

type Estimate = ResultBody['estimates'][number];

interface EstimateTableProps {
  readonly indicator: MeasuredIndicator;
  /** Of one level. */
  readonly estimates: readonly Estimate[];
  readonly names: ResultBody['names'];
  readonly before: ResultBody['before'];
}

/** A figure in each area: the value with its bounds, of how many, and by what it differs from the round before. */
export function EstimateTable({ indicator, estimates, names, before }: EstimateTableProps) {
  const { result: text } = roundWords.value;
  const shown = estimates.flatMap(({ estimate }) => estimate ?? []);
  const span = {
    low: Math.min(...shown.map(({ lower }) => lower)),
    high: Math.max(...shown.map(({ upper }) => upper)),
  };
  return (
    <TableToRead label={translate(indicator.name)} class="estimate-table">
      <thead>
        <tr>
          <th scope="col">{text.area}</th>
          <th scope="col" class="number">
            {text.value}
            {indicator.measure.kind === 'share' && ' (%)'}
          </th>
          <td />
          <th scope="col" class="number">
            {text.bounds}
          </th>
          <th scope="col" class="number">
            {text.n}
          </th>
          <th scope="col" class="number">
            {text.effectiveN}
          </th>
          <th scope="col" class="number">
            {text.designEffect}
          </th>
          {before && <th scope="col">{text.before}</th>}
        </tr>
      </thead>
      <tbody>
        {estimates.map((row) => (
          <tr key={row.area}>
            <th scope="row">
              <AreaName code={row.area} name={names[row.area]} />
            </th>
            {row.estimate ? (
              <Figures row={row.estimate} status={row.status} decimals={indicator.decimals} span={span} />
            ) : (
              <td colSpan={6} class="soft">
                {row.status === 'hidden' ? text.hidden : text.notAsked}
              </td>
            )}
            {before && <Difference {...{ indicator, row, before }} />}
          </tr>
        ))}
      </tbody>
    </TableToRead>
  );
}

interface FiguresProps {
  readonly row: NonNullable<Estimate['estimate']>;
  readonly status: Estimate['status'];
  readonly decimals: number;
  readonly span: { readonly low: number; readonly high: number };
}

function Figures({ row, status, decimals, span }: FiguresProps) {
  const { result: text } = roundWords.value;
  const write = (value: number, places = decimals) => formatNumber(value, places, language.value);
  return (
    <>
      <td class="number">
        {write(row.value)}
        {status === 'indicative' && <span class="status">{text.indicative}</span>}
      </td>
      <td>
        <BoundsBar row={row} span={span} />
      </td>
      <td class="number">{text.between(write(row.lower), write(row.upper))}</td>
      <td class="number">{write(row.count, 0)}</td>
      <td class="number">{write(row.effectiveCount, 0)}</td>
      <td class="number">{row.designEffect === null ? '–' : write(row.designEffect, 2)}</td>
    </>
  );
}

interface DifferenceProps {
  readonly indicator: MeasuredIndicator;
  readonly row: Estimate;
  readonly before: NonNullable<ResultBody['before']>;
}

/** By what it differs from the round before, and whether that is more than chance: the interval leaves zero out. */
function Difference({ indicator, row, before }: DifferenceProps) {
  const { result: text } = roundWords.value;
  const found = before.differences.find((one) => one.indicator === row.indicator && one.area === row.area);
  if (!found?.difference)
    return <td class="soft">{found?.status === 'incomparable' ? text.incomparable : '–'}</td>;
  const { value, lower, upper } = found.difference;
  const write = (number: number) => formatDifference(number, indicator.decimals, language.value);
  const isReal = lower > 0 || upper < 0;
  return (
    <td>
      {write(value)} <span class="soft small">({text.between(write(lower), write(upper))})</span>{' '}
      <span class={isReal ? '' : 'soft'}>{isReal ? text.real : text.chance}</span>
    </td>
  );
}
