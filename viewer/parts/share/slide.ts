import PptxGenJS from 'pptxgenjs';
import { saveFile } from '../../data/csv.ts';
import { language } from '../../state/link/view.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { words } from '../../state/screen/words.ts';
import { createSheet, make, nameFile, paintSheet } from '../export/picture.ts';
import { drawLegends } from './map-legend.ts';
import { copyMaps } from './map-picture.ts';
import { describeSeen, nameSeen, nameSources } from './shared-view.ts';

/** Of a slide, inches: 16 by 9. */
const slide = { width: 13.333, height: 7.5 };
const room = { x: 0.5, y: 1.15, w: slide.width - 1, h: slide.height - 1.15 - 0.75 };
const master = 'kaart';

/** Saves a presentation of one slide: a real title, the maps with an alternative text, their source and the link. */
export async function saveSlide(link: string): Promise<void> {
  const { data, width, height } = await drawWithLegend();
  const pptx = new PptxGenJS();
  const title = nameSeen();
  pptx.defineLayout({ name: 'wide', width: slide.width, height: slide.height });
  pptx.layout = 'wide';
  pptx.title = title;
  pptx.author = words.value.brand;
  pptx.company = words.value.brand;
  pptx.defineSlideMaster({
    title: master,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.5,
            y: 0.3,
            w: slide.width - 1,
            h: 0.75,
            fontSize: 24,
            bold: true,
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
  });
  const page = pptx.addSlide({ masterName: master });
  page.addText(title, { placeholder: 'title', lang: language.value === 'nl' ? 'nl-NL' : 'en-GB' });
  const scale = Math.min(room.w / width, room.h / height);
  const [w, h] = [width * scale, height * scale];
  page.addImage({ data, x: room.x + (room.w - w) / 2, y: room.y, w, h, altText: describeSeen() });
  // One run each: of several in one text the library writes what PowerPoint offers to repair.
  const line = { x: 0.5, w: slide.width - 1, h: 0.3, fontSize: 12, color: '333333' };
  page.addText(`${shareWords.value.share.source}: ${nameSources()}`, { ...line, y: slide.height - 0.7 });
  page.addText([{ text: link, options: { hyperlink: { url: link } } }], { ...line, y: slide.height - 0.4 });
  saveFile((await pptx.write({ outputType: 'blob' })) as Blob, nameFile(title, 'pptx'));
}

/** The maps above their legend, as a PNG in a data URL. */
async function drawWithLegend() {
  const maps = copyMaps();
  const legends = drawLegends(maps.width, maps.height);
  const [width, height] = [maps.width, maps.height + legends.height];
  const image = make('image', { width: maps.width, height: maps.height, href: maps.data });
  const picture = createSheet({ width, height }, [image, ...legends.parts]);
  return { data: await readDataUrl(await paintSheet(picture)), width, height };
}

function readDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
