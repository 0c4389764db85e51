import { createSheet, make, paintSheet } from '../export/picture.ts';
import { drawLegendsBeside } from './map-legend.ts';
import { copyMaps } from './map-picture.ts';

/** A PNG in a data URL, and its size for its proportions. */
export interface SlidePicture {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** Sharp on a projector, and small enough for a presentation of ten to be sent by mail. */
const density = 1.5;

/** The maps on screen with their legend beside them: a slide is wider than they are. Throws where nothing is drawn. */
export async function drawWithLegend(): Promise<SlidePicture> {
  const maps = copyMaps();
  const legends = drawLegendsBeside(maps.width, maps.height);
  const [width, height] = [maps.width + legends.width, maps.height];
  const image = make('image', { width: maps.width, height: maps.height, href: maps.data });
  const picture = createSheet({ width, height }, [image, ...legends.parts]);
  return { data: await readDataUrl(await paintSheet(picture, density)), width, height };
}

function readDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
