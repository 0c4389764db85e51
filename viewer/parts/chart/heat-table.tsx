import type { Polarity } from '../../../geodata/indicator.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { Scrolling } from '../table/scrolling.tsx';
import './heat-table.css';

/** One figure of a heat table: how far it lies from the reference, in robust standard deviations. */
export interface HeatCell {
  readonly value: number;
  readonly deviation: number;
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** Unit and period. */
  readonly note: string;
  readonly decimals: number;
  readonly polarity: Polarity;
  /** One a column; null where there is no figure. */
  readonly cells: readonly (HeatCell | null)[];
}

interface HeatTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly HeatRow[];
  /** Code of the column that is marked. */
  readonly marked: string;
}

/** Figures of areas beside each other, coloured by how far they lie from the reference: warm is worse, cool is better. */
export function HeatTable({ caption, columns, rows, marked }: HeatTableProps) {
  const text = words.value;
  return (
    <>
      <Scrolling class="heat-scroll" label={caption}>
        <table class="heat small">
          <caption class="hidden-text">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.profile.figure}</th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col" class={code === marked ? 'heat-own' : undefined}>
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name} <span class="soft">{row.note}</span>
                </th>
                {row.cells.map((cell, index) => (
                  <td
                    key={columns[index]?.code}
                    class={[
                      cell ? classOfHeat(cell.deviation, row.polarity) : '',
                      columns[index]?.code === marked ? 'heat-own' : '',
                    ].join(' ')}
                  >
                    {cell ? formatNumber(cell.value, row.decimals, language.value) : '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <HeatKey />
    </>
  );
}

/** Nearer than this to the reference there is no colour. */
const near = 1;
const far = 2;

/** The class of a cell: how far it lies, and whether that is worse (warm), better (cool) or neither (plain). */
export function classOfHeat(deviation: number, polarity: Polarity): string {
  const size = Math.abs(deviation);
  if (!(size >= near)) return '';
  const step = size >= far ? 2 : 1;
  if (polarity === 'neutral') return `heat-plain-${step}`;
  return deviation > 0 === (polarity === 'higher-is-worse') ? `heat-warm-${step}` : `heat-cool-${step}`;
}

function HeatKey() {
  const text = words.value.charts;
  return (
    <ul class="heat-key small">
      {(
        ['heat-warm-2', 'heat-warm-1', 'heat-cool-1', 'heat-cool-2', 'heat-plain-1', 'heat-plain-2'] as const
      ).map((name) => (
        <li key={name}>
          <span class={name} />
          <span>{text.heat[name]}</span>
        </li>
      ))}
    </ul>
  );
}
