import { formatDifference, formatNumber } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { Bounds } from '../../figures/figure-table.tsx';
import type { SinceRow } from '../../figures/since-rows.ts';
import { Verdict } from '../../figures/verdict.tsx';
import { language } from '../../state/link/view.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import '../../figures/profile.css';

/** The cells of a figure before and after: both, their difference with its interval, and whether it may be chance. */
export function SinceCells({ row }: { readonly row: SinceRow }) {
  const { cycle } = policyWords.value;
  const { indicator, before, after, finding, hasBreak } = row;
  const writeChange = (value: number) => formatDifference(value, indicator.decimals, language.value);
  return (
    <>
      <End end={before} row={row} absent={cycle.noFigure} />
      <End end={after} row={row} absent={cycle.noLater} />
      <td class="number">
        {finding && writeChange(finding.difference)}
        {finding && !Number.isNaN(finding.lower) && (
          <Bounds lower={finding.lower} upper={finding.upper} write={writeChange} />
        )}
      </td>
      <td>
        {finding ? (
          <Verdict finding={finding} indicator={indicator} />
        ) : (
          hasBreak && <span class="soft">{cycle.series}</span>
        )}
      </td>
    </>
  );
}

function End({
  end,
  row: { indicator },
  absent,
}: {
  readonly end: SinceRow['before'];
  readonly row: SinceRow;
  readonly absent: string;
}) {
  if (!end) return <td class="number soft">{absent}</td>;
  return (
    <td class="number">
      {formatNumber(end.value, indicator.decimals, language.value)}{' '}
      <span class="bounds soft small">{formatPeriod(end.moment.period, language.value)}</span>
    </td>
  );
}
