import { formatNumber } from '../../../geodata/number.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { toPercent } from './aim-fields.tsx';
import { findMargin, proposeInvited, type SampleAim, type StratumRow } from './plan-sample.ts';

interface StrataTableProps {
  readonly rows: readonly StratumRow[];
  readonly aim: SampleAim;
  /** null: only looked at. */
  readonly write: ((rows: readonly StratumRow[]) => void) | null;
}

/** Each stratum with its people, what is proposed and planned for it, and how precise that makes its figures. */
export function StrataTable({ rows, aim, write }: StrataTableProps) {
  const { strata: text } = roundWords.value;
  const sum = (of: (row: StratumRow) => number) =>
    formatNumber(
      rows.reduce((all, row) => all + of(row), 0),
      0,
      language.value,
    );
  return (
    <TableToRead label={`${text.title}: ${text.area}`} class="strata-table">
      <thead>
        <tr>
          <th scope="col">{text.area}</th>
          <th scope="col" class="number">
            {text.planned}
          </th>
          {write && (
            <th scope="col" class="number">
              {text.proposed}
            </th>
          )}
          <th scope="col" class="number">
            {text.reached}
          </th>
          <th scope="col" class="number">
            {text.population}
          </th>
          <th scope="col" class="number">
            {text.expected}
          </th>
          <th scope="col" class="number">
            {text.made}
          </th>
          {write && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Stratum
            key={row.area}
            row={row}
            aim={aim}
            change={write && ((part) => write(rows.with(index, { ...row, ...part })))}
            remove={write && (() => write(rows.toSpliced(index, 1)))}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <td class="number">{sum(({ planned }) => planned)}</td>
          {write && <td class="number">{sum((row) => proposeInvited(row, aim))}</td>}
          <td />
          <td class="number">{sum(({ population }) => population)}</td>
          <td />
          <td class="number">{sum(({ invited }) => invited)}</td>
          {write && <td />}
        </tr>
      </tfoot>
    </TableToRead>
  );
}

interface StratumProps {
  readonly row: StratumRow;
  readonly aim: SampleAim;
  readonly change: ((part: Partial<StratumRow>) => void) | null;
  readonly remove: (() => void) | null;
}

function Stratum({ row, aim, change, remove }: StratumProps) {
  const { strata: text } = roundWords.value;
  const name = row.name ?? row.area;
  const write = (value: number) => formatNumber(value, 0, language.value);
  return (
    <tr>
      <th scope="row">
        {name} <span class="soft small">{row.area}</span>
      </th>
      <Cell
        label={text.plannedOf(name)}
        value={row.planned}
        change={change && ((planned) => change({ planned }))}
      />
      {change && <td class="number">{write(proposeInvited(row, aim))}</td>}
      <td class="number">{describeMargin(row, aim)}</td>
      <Cell
        label={text.populationOf(name)}
        value={row.population}
        change={change && ((population) => change({ population }))}
      />
      <Cell
        label={text.expectedOf(name)}
        value={toPercent(row.expectedResponse)}
        least={1}
        most={100}
        change={change && ((share) => change({ expectedResponse: share / 100 }))}
      />
      <td class="number">{write(row.invited)}</td>
      {remove && (
        <td>
          {row.invited === 0 && (
            <button type="button" class="button" aria-label={text.removeOf(name)} onClick={remove}>
              {text.remove}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

/** `± 6,9`, and that everybody is asked where there are no more people. */
function describeMargin(row: StratumRow, aim: SampleAim): string {
  const margin = findMargin(row, aim);
  if (margin === null) return '–';
  const shown = `± ${formatNumber(margin * 100, 1, language.value)}`;
  return row.planned >= row.population ? roundWords.value.strata.everybody(shown) : shown;
}

interface CellProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly change: ((value: number) => void) | null;
}

/** A number that can be changed in its place, or only read. */
function Cell({ label, value, least = 0, most = 10_000_000, change }: CellProps) {
  if (!change) return <td class="number">{formatNumber(value, 0, language.value)}</td>;
  return (
    <td class="number">
      <input
        type="number"
        aria-label={label}
        min={least}
        max={most}
        step="any"
        value={value}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (Number.isFinite(typed)) change(Math.min(most, Math.max(least, Math.round(typed))));
          else currentTarget.value = String(value);
        }}
      />
    </td>
  );
}
