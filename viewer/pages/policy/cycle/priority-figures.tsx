import { formatUnit, formatValue } from '../../../../geodata/number.ts';
import type { PolicyCycle, PolicyPriority } from '../../../../geodata/policy/cycle.ts';
import type { SinceRow } from '../../../figures/since-rows.ts';
import { TableToRead } from '../../../parts/table/table-to-read.tsx';
import { language } from '../../../state/link/view.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { Waiting } from '../../page-to-read.tsx';
import { SinceCells } from '../since-cells.tsx';
import { evaluation, rowsOf, targetOf } from './evaluation.ts';

interface FiguresProps {
  readonly cycle: PolicyCycle;
  readonly priority: PolicyPriority;
}

/** The figures of a priority before the plan and now, with the target and whether the difference may be chance. */
export function PriorityFigures({ cycle, priority }: FiguresProps) {
  const { cycle: text } = policyWords.value;
  const found = evaluation.current.value;
  if (!found) return evaluation.isAnswered.value ? null : <Waiting />;
  const all = found.rows.get(cycle.id) ?? [];
  const tested = all.filter(({ finding }) => finding && finding.verdict !== 'not-testable').length;
  return (
    <>
      <TableToRead
        label={`${text.figures}: ${priority.title}, ${cycle.fromYear}–${cycle.toYear}`}
        class="figures"
      >
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            <th scope="col" class="number">
              {text.before}
            </th>
            <th scope="col" class="number">
              {text.after}
            </th>
            <th scope="col" class="number">
              {text.change}
            </th>
            <td />
            <th scope="col" class="number">
              {text.target}
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(all, priority).map((row) => (
            <Line key={row.indicator.key} row={row} cycle={cycle} />
          ))}
        </tbody>
      </TableToRead>
      <p class="soft small">
        {tested > 0 && `${text.chance(tested)} `}
        {text.noCause}
      </p>
    </>
  );
}

function Line({ row, cycle }: { readonly row: SinceRow; readonly cycle: PolicyCycle }) {
  const { cycle: text } = policyWords.value;
  const { indicator } = row;
  const target = targetOf(evaluation.current.value?.targets ?? [], {
    municipality: cycle.municipality,
    indicator: indicator.key,
    year: cycle.toYear,
  });
  return (
    <tr>
      <th scope="row">
        {translate(indicator.name)}{' '}
        <span class="soft small">{formatUnit(indicator.unit, language.value)}</span>
      </th>
      <SinceCells row={row} />
      <td class="number">
        {target && text.targetIn(formatValue(target.value, indicator, language.value), target.period)}
      </td>
    </tr>
  );
}
