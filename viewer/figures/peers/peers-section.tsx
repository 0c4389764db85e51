import { useMemo } from 'preact/hooks';
import type { ListedArea } from '../../../geodata/area-list.ts';
import type { ColumnData } from '../../../geodata/columns/column.ts';
import { listContext } from '../../../geodata/comparing/peer-context.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { indicators } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import type { MapArea } from '../area-figures.ts';
import { listPeers } from './peer-rows.ts';
import { TypeNote } from './type-note.tsx';

interface PeersSectionProps {
  readonly area: MapArea;
  /** Every figure of its level, by indicator. */
  readonly columns: ReadonlyMap<string, ColumnData>;
  readonly places: readonly ListedArea[];
}

/** Areas like this one, anywhere in the region: which, how alike, and on what; and of which type it is. */
export function PeersSection({ area, columns, places }: PeersSectionProps) {
  const text = words.value.report;
  const context = useMemo(() => listContext(columns, indicators.value, places), [columns, places]);
  const peers = useMemo(() => listPeers(context, area.index, places), [context, area.index, places]);
  const { many } = words.value.levels[area.level];
  const label = `${area.name}: ${words.value.area.peers(many)}`;
  const list = (indicators: readonly { readonly name: { readonly nl: string; readonly en: string } }[]) =>
    indicators.map(({ name }) => translate(name)).join(', ');
  return (
    <section class="report-peers">
      <h3>{words.value.area.peers(many)}</h3>
      {peers.length === 0 ? (
        <p>{text.noPeers}</p>
      ) : (
        <>
          <TypeNote context={context} index={area.index} many={many} />
          <p class="soft">{text.peersNote(context.indicators.length)}</p>
          <TableToRead label={label} class="figures" caption={words.value.area.peers(many)}>
            <thead>
              <tr>
                <th scope="col">{words.value.differences.area}</th>
                <th scope="col" class="number">
                  {text.distance}
                </th>
                <th scope="col">{text.alike}</th>
                <th scope="col">{text.unlike}</th>
              </tr>
            </thead>
            <tbody>
              {peers.map(({ place, distance, alike, unlike }) => (
                <tr key={place.code}>
                  <th scope="row">
                    <ViewLink change={{ page: 'report', report: 'area', area: place.code }}>
                      {place.name}
                    </ViewLink>{' '}
                    <span class="soft small">{municipalityOf(place.code)}</span>
                  </th>
                  <td class="number">{formatNumber(distance, 1, language.value)}</td>
                  <td>{list(alike)}</td>
                  <td>{list(unlike)}</td>
                </tr>
              ))}
            </tbody>
          </TableToRead>
        </>
      )}
    </section>
  );
}
