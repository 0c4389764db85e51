import { saveFile } from '../../data/csv.ts';

/** What is written into a picture beside its drawing. */
export interface PictureWords {
  readonly title: string;
  readonly note: string;
  /** From whom, and where the picture is from. */
  readonly source: string;
  /** Where it can be seen; as a rule the address of the page. */
  readonly link?: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const face = 'Inter, Arial, Helvetica, sans-serif';
const margin = 16;
const usualDensity = 2;

/** What a drawing takes from style sheets, which a file of its own does not have. */
const styled = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'vector-effect',
  'font-size',
  'font-weight',
] as const;

/** Saves the drawing in an element as SVG or PNG, with title, note, source and link in it. Throws where it cannot be drawn. */
export async function savePicture(
  room: HTMLElement,
  words: PictureWords,
  format: 'svg' | 'png',
): Promise<void> {
  const picture = composePicture(room, words);
  if (picture) await saveSheet(picture, words.title, format);
}

/** Saves a picture under its title. Throws where it cannot be drawn. */
export async function saveSheet(picture: SVGSVGElement, title: string, format: 'svg' | 'png'): Promise<void> {
  const name = nameFile(title, format);
  if (format === 'png') return saveFile(await paintSheet(picture), name);
  saveFile(new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' }), name);
}

/** `Geregistreerde-misdrijven-2024.png` */
export function nameFile(title: string, ending: string): string {
  return `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.${ending}`;
}

/** The drawing in a picture of its own, with what has to be known of it written around; null where there is no drawing. */
export function composePicture(room: HTMLElement, words: PictureWords): SVGSVGElement | null {
  const drawing = room.querySelector('svg');
  if (!drawing) return null;
  const { width = 0, height = 0 } = drawing.viewBox.baseVal;
  const copy = copyStyled(drawing);
  const canvas = room.querySelector('canvas');
  const under = canvas ? [make('image', { width, height, href: canvas.toDataURL() })] : [];
  setAttributes(copy, { x: 0, y: 0, width, height, class: '' });
  return composeSheet(words, { width, height }, [...under, copy]);
}

/** A picture of parts that are drawn in a room of this size, with title and note above and source and link below them. */
export function composeSheet(
  { title, note, source, link = location.href }: PictureWords,
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly SVGElement[],
): SVGSVGElement {
  const { color: ink } = getComputedStyle(document.body);
  const written: SVGElement[] = [];
  let y = margin;
  const write = (text: string, size: number, weight: number) => {
    y += size * 1.35;
    written.push(writeText(text, { x: margin, y, size, weight, ink }));
  };
  for (const text of wrapText(title, width, 16)) write(text, 16, 600);
  for (const text of wrapText(note, width, 12)) write(text, 12, 400);
  const room = make('g', { transform: `translate(${margin} ${y + 10})` });
  room.append(...parts);
  written.push(room);
  y += height + 14;
  for (const text of [...wrapText(source, width, 11), ...wrapText(link, width, 11)]) write(text, 11, 400);
  return createSheet({ width: width + 2 * margin, height: y + margin }, written);
}

/** A picture of this size that holds parts on the page's paper, and stands by itself. */
export function createSheet(
  size: { readonly width: number; readonly height: number },
  parts: readonly SVGElement[],
): SVGSVGElement {
  const picture = make('svg', {
    xmlns: namespace,
    'font-family': face,
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
  });
  picture.append(make('rect', { ...size, fill: getComputedStyle(document.body).backgroundColor }), ...parts);
  return picture;
}

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
}

/** A line of text in a picture. */
export function writeText(text: string, { x, y, size, weight, ink }: TextLook): SVGElement {
  const line = make('text', { x, y, 'font-size': size, 'font-weight': weight, fill: ink });
  line.textContent = text;
  return line;
}

/** A copy of a drawing that carries its own style. */
function copyStyled(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of styled) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  });
  return copy;
}

/** An element of a picture. */
export function make(name: string, attributes: Record<string, string | number>): SVGSVGElement {
  const element = document.createElementNS(namespace, name) as SVGSVGElement;
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'xmlns') element.setAttribute(name, String(value));
}

/** Lines of whole words that fit a width, by how wide a letter is on average; what has no blanks is cut. */
export function wrapText(text: string, width: number, size: number): string[] {
  const room = Math.max(20, Math.floor(width / (size * 0.54)));
  const pieces = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length < room) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** A picture as PNG, of so many pixels for one of the drawing. Throws where it cannot be drawn. */
export async function paintSheet(picture: SVGSVGElement, density = usualDensity): Promise<Blob> {
  const { width, height } = picture;
  const text = new XMLSerializer().serializeToString(picture);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width.baseVal.value * density);
  canvas.height = Math.ceil(height.baseVal.value * density);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('The picture cannot be drawn')))),
  );
}
