import type { View } from '../../geodata/link/view.ts';
import { defaultPanel } from '../../geodata/link/view.ts';
import { formatNumber, formatUnit } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { ViewLink } from '../parts/view-link.tsx';
import { language } from '../state/link/view.ts';
import type { ReferenceChoice } from '../state/reference/choice.ts';
import { whereOf } from '../state/reference/reference.ts';
import { translate, words } from '../state/screen/reading-words.ts';
import { type FigureRow, listOutstanding } from './figure-rows.ts';
import { Verdict } from './verdict.tsx';

interface OutstandingProps {
  readonly rows: readonly FigureRow[];
  readonly reference: ReferenceChoice | null;
  /** `gemeenten`: among which areas the size of a difference is judged. */
  readonly among: string;
  readonly level: 'municipality' | 'district' | 'neighbourhood';
}

/** What stands out: figures that differ from the reference by more than chance, the largest difference first. */
export function Outstanding({ rows, reference, among, level }: OutstandingProps) {
  const text = words.value.profile;
  const tested = rows.filter(({ finding }) => finding && finding.verdict !== 'not-testable').length;
  const found = listOutstanding(rows);
  const name = reference?.name ?? '';
  return (
    <>
      <p>
        {found.length > 0 ? text.found(found.length, tested, name) : text.nothingFound(tested, name)}{' '}
        {found.length > 0 && text.ranked(among)} {tested > 0 && words.value.differences.corrected(tested)}
      </p>
      {found.length > 0 && (
        <ol class="outstanding">
          {found.map((row) => (
            <li key={row.indicator.key}>
              <Line row={row} reference={reference} level={level} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Line({
  row: { indicator, side, reference: other, finding, moment },
  reference,
  level,
}: Pick<OutstandingProps, 'reference' | 'level'> & { readonly row: FigureRow }) {
  const text = words.value.profile;
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const where: Partial<View> = {
    page: 'differences',
    panels: [{ ...defaultPanel, indicator: indicator.key, period: moment.period, level }],
    arrangement: '1',
    active: 0,
  };
  return (
    <>
      <strong>{translate(indicator.name)}</strong>{' '}
      <span class="soft small">{formatPeriod(moment.period, language.value)}</span>
      <br />
      {finding && <Verdict finding={finding} indicator={indicator} />}{' '}
      {text.versus(
        write(side.value),
        write(other?.value ?? Number.NaN),
        reference ? whereOf(reference) : '',
        formatUnit(indicator.unit, language.value),
      )}{' '}
      <ViewLink class="elsewhere" change={where}>
        {text.elsewhere}
      </ViewLink>
    </>
  );
}
