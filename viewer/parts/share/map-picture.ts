import { panels } from '../../state/panel/panels.ts';
import { describeSubject } from '../../state/panel/subject.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { shownMap } from '../../state/screen/shown-map.ts';
import { composeSheet, make, paintSheet, saveSheet } from '../export/picture.ts';
import { drawLegends } from './map-legend.ts';
import { nameSeen, nameSources } from './shared-view.ts';

/** The maps as PNG, with title, legend, source and link. Throws where nothing is drawn. */
export async function drawPicture(link: string): Promise<Blob> {
  return paintSheet(composeMapPicture(link));
}

/** Saves the same. Throws where nothing is drawn. */
export async function saveMapPicture(link: string, format: 'png' | 'svg'): Promise<void> {
  await saveSheet(composeMapPicture(link), nameSeen(), format);
}

/** The maps by themselves, as PNG in a data URL, and how wide they are for their height. Throws where nothing is drawn. */
export function copyMaps(): { readonly data: string; readonly width: number; readonly height: number } {
  const picture = shownMap.peek()?.copy();
  if (!picture) throw new Error('No map is drawn');
  const density = Math.max(1, devicePixelRatio);
  return { data: picture.toDataURL(), width: picture.width / density, height: picture.height / density };
}

function composeMapPicture(link: string): SVGSVGElement {
  const { data, width, height } = copyMaps();
  const legends = drawLegends(width, height);
  const boundaries = panels.value.flatMap((panel) => describeSubject(panel)?.boundaries ?? []);
  const pinned = shownMap.peek()?.describePinned() ?? '';
  const words = {
    title: nameSeen(),
    note: [[...new Set(boundaries)].join(', '), pinned].filter(Boolean).join(' · '),
    source: `${shareWords.value.share.source}: ${nameSources()}`,
    link,
  };
  const image = make('image', { width, height, href: data });
  return composeSheet(words, { width, height: height + legends.height }, [image, ...legends.parts]);
}
