import type { PairFinding } from '../../../../geodata/comparing/chance/pairs.ts';
import { formatDifference, formatNumber } from '../../../../geodata/number.ts';
import { formatPeriod } from '../../../../geodata/period.ts';
import { Bounds } from '../../../figures/figure-table.tsx';
import { Verdict } from '../../../figures/verdict.tsx';
import { TableToRead } from '../../../parts/table/table-to-read.tsx';
import { language } from '../../../state/link/view.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { practiceWords } from '../../../state/screen/practice-words.ts';
import { words } from '../../../state/screen/reading-words.ts';
import type { OutcomeRow } from './outcome-rows.ts';
import { nameGroup } from './outcome-text.ts';
import '../../../figures/profile.css';

/** The figures before and after of the area and of what it is held against, with their changes. */
export function OutcomeTable({ row }: { readonly row: OutcomeRow }) {
  const { outcome: text } = practiceWords.value;
  const { before, after, finding, place, group } = row;
  if (!before || !after || !finding || !place) return null;
  const period = ({ moment }: typeof before) => formatPeriod(moment.period, language.value);
  // Another name than that of the part in which it stands, so that the two can be told apart.
  const label = `${text.title}: ${place.name}`;
  return (
    <TableToRead label={label} class="figures" caption={label}>
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {text.before(period(before))}
          </th>
          <th scope="col" class="number">
            {text.after(period(after))}
          </th>
          <th scope="col" class="number">
            {policyWords.value.cycle.change}
          </th>
          <th scope="col">{words.value.profile.verdict}</th>
        </tr>
      </thead>
      <tbody>
        <Line
          name={place.name}
          values={[before.side.value, after.side.value]}
          finding={finding.own}
          row={row}
        />
        {group && finding.reference && (
          <Line
            name={nameGroup(row)}
            values={[before.reference?.value ?? Number.NaN, after.reference?.value ?? Number.NaN]}
            finding={finding.reference}
            row={row}
          />
        )}
      </tbody>
    </TableToRead>
  );
}

interface LineProps {
  readonly name: string;
  readonly values: readonly [before: number, after: number];
  readonly finding: PairFinding;
  readonly row: OutcomeRow;
}

function Line({ name, values, finding, row: { indicator } }: LineProps) {
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const writeChange = (value: number) => formatDifference(value, indicator.decimals, language.value);
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        <td key={at} class="number">
          {write(value)}
        </td>
      ))}
      <td class="number">
        {writeChange(finding.difference)}
        {!Number.isNaN(finding.lower) && (
          <Bounds lower={finding.lower} upper={finding.upper} write={writeChange} />
        )}
      </td>
      <td>
        <Verdict finding={finding} indicator={indicator} />
      </td>
    </tr>
  );
}
