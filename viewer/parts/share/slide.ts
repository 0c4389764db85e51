import PptxGenJS from 'pptxgenjs';
import { saveFile } from '../../data/csv.ts';
import { language } from '../../state/link/view.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { words } from '../../state/screen/words.ts';
import { nameFile } from '../export/picture.ts';
import { describeSeen, nameSeen, nameSources } from './shared-view.ts';
import { drawWithLegend, type SlidePicture } from './slide-picture.ts';

/** A slide as a file holds it. */
export interface DeckSlide {
  readonly title: string;
  readonly sentence: string;
  /** For the speaker. */
  readonly notes: string;
  /** What the picture shows, for who does not see it. */
  readonly alternative: string;
  readonly source: string;
  /** Where the maps can be seen. */
  readonly link: string;
  readonly picture: SlidePicture;
}

/** Of a slide, inches: 16 by 9. */
const size = { width: 13.333, height: 7.5 };
const margin = 0.5;
const wide = { x: margin, w: size.width - 2 * margin };
const heights = { top: 0.3, title: 0.75, sentence: 0.7, foot: 0.75 };
const master = 'kaart';

/** Saves a presentation of one slide: a real title, the maps with an alternative text, their source and the link. */
export async function saveSlide(link: string): Promise<void> {
  const title = nameSeen();
  const picture = await drawWithLegend();
  const [alternative, source] = [describeSeen(), nameSources()];
  await saveDeck(title, [{ title, sentence: '', notes: '', alternative, source, link, picture }]);
}

/** Saves a presentation: a slide for each, with a real title, its maps with an alternative text, sentence, notes, source and link. */
export async function saveDeck(title: string, slides: readonly DeckSlide[]): Promise<void> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'wide', ...size });
  pptx.layout = 'wide';
  pptx.title = title;
  pptx.author = words.value.brand;
  pptx.company = words.value.brand;
  pptx.defineSlideMaster({
    title: master,
    background: { color: 'FFFFFF' },
    objects: [{ placeholder: { options: titlePlaceholder, text: '' } }],
  });
  for (const slide of slides) addSlide(pptx, slide);
  saveFile((await pptx.write({ outputType: 'blob' })) as Blob, nameFile(title, 'pptx'));
}

const titlePlaceholder = {
  name: 'title',
  type: 'title',
  ...wide,
  y: heights.top,
  h: heights.title,
  fontSize: 24,
  bold: true,
  align: 'left',
  valign: 'middle',
} as const;

/** Of a link, letters: what a line of the foot holds, and two of smaller ones. */
const longestLine = 130;
const longestLink = 340;

/** The whole is led to, whatever is written. */
function shortenLink(link: string): string {
  return link.length > longestLink ? `${link.slice(0, longestLink)}…` : link;
}

function addSlide(pptx: PptxGenJS, slide: DeckSlide): void {
  const page = pptx.addSlide({ masterName: master });
  const lang = language.value === 'nl' ? 'nl-NL' : 'en-GB';
  page.addText(slide.title, { placeholder: 'title', lang });
  let y = heights.top + heights.title + 0.1;
  if (slide.sentence) {
    const look = { fontSize: 18, color: '333333', valign: 'top', fit: 'shrink' } as const;
    // Lines of one run each: of several in one text the library writes what PowerPoint offers to repair.
    page.addText(slide.sentence.replace(/\s*\n\s*/g, ' '), {
      ...wide,
      y,
      h: heights.sentence,
      lang,
      ...look,
    });
    y += heights.sentence;
  }
  const { data, width, height } = slide.picture;
  const room = size.height - y - heights.foot;
  const scale = Math.min(wide.w / width, room / height);
  const [w, h] = [width * scale, height * scale];
  page.addImage({ data, x: wide.x, y, w, h, altText: slide.alternative });
  const line = { ...wide, h: 0.3, fontSize: 12, color: '333333' };
  const { source, link } = slide;
  page.addText(`${shareWords.value.share.source}: ${source}`, { ...line, y: size.height - 0.74 });
  page.addText([{ text: shortenLink(link), options: { hyperlink: { url: link } } }], {
    ...line,
    y: size.height - 0.4,
    ...(link.length > longestLine && { y: size.height - 0.47, h: 0.42, fontSize: 9 }),
  });
  if (slide.notes) page.addNotes(slide.notes);
}
