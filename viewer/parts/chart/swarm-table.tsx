import { useMemo } from 'preact/hooks';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { MoreToRead, useRowLimit } from '../table/more-rows.tsx';

export interface SwarmArea {
  readonly code: string;
  readonly name: string;
  readonly value: number;
}

interface SwarmTableProps {
  readonly areas: readonly SwarmArea[];
  /** Code of the area that is marked. */
  readonly marked: string;
  readonly unit: string;
  readonly decimals: number;
}

/** The areas of a swarm with their figures, the highest first. */
export function SwarmTable({ areas, marked, unit, decimals }: SwarmTableProps) {
  const limit = useRowLimit(areas, areas.length);
  const sorted = useMemo(() => areas.toSorted((one, other) => other.value - one.value), [areas]);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.value.table.name}</th>
            <th scope="col" class="number">
              {formatUnit(unit, language.value)}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, limit.value).map(({ code, name, value }) => (
            <tr key={code} class={code === marked ? 'row-now' : undefined}>
              <th scope="row">{name}</th>
              <td class="number">{formatNumber(value, decimals, language.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreToRead limit={limit} rest={sorted.length - limit.value} />
    </>
  );
}
