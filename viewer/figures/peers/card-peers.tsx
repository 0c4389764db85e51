import { isMapLevel } from '../../../geodata/level.ts';
import { mostSelected } from '../../../geodata/link/view.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { area, municipalityOf } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { areaPeers } from './area-peers.ts';
import type { PeerRow } from './peer-rows.ts';
import { TypeNote } from './type-note.tsx';

/** On the card: the areas most like its own, each a way to it, and all of them beside each other. */
export function CardPeers() {
  const text = words.value.report;
  const [found, pinned] = [areaPeers.value, area.data.value];
  if (!found) return <div class="skeleton card-waiting" />;
  if (!pinned || !isMapLevel(pinned.level) || found.rows.length === 0)
    return <p class="soft small">{text.noPeers}</p>;
  const { context, index, rows } = found;
  const selection = [pinned.code, ...rows.map(({ place }) => place.code)].slice(0, mostSelected);
  return (
    <>
      <TypeNote context={context} index={index} many={words.value.levels[pinned.level].many} />
      <ol class="card-peers">
        {rows.map((row) => (
          <PeerLine key={row.place.code} row={row} />
        ))}
      </ol>
      <p>
        <ViewLink class="button" change={{ selection, tab: 'selection' }}>
          {text.beside}
        </ViewLink>
      </p>
      <p class="soft small">{text.peersNote(context.indicators.length)}</p>
    </>
  );
}

function PeerLine({ row: { place, distance, alike } }: { readonly row: PeerRow }) {
  const text = words.value.report;
  return (
    <li>
      <ViewLink change={{ area: place.code }}>{place.name}</ViewLink>{' '}
      <span class="soft small">{municipalityOf(place.code)}</span>
      <span class="soft small card-peer-note">
        {text.distance} {formatNumber(distance, 1, language.value)}
        {alike.length > 0 && `; ${text.alikeIn(alike.map(({ name }) => translate(name)).join(', '))}`}
      </span>
    </li>
  );
}
