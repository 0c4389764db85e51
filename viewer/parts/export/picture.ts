import { saveFile } from '../../data/csv.ts';

/** What is written into a picture beside its drawing. */
export interface PictureWords {
  readonly title: string;
  readonly note: string;
  /** From whom, and where the picture is from. */
  readonly source: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const face = 'Inter, Arial, Helvetica, sans-serif';
const margin = 16;
/** Pixels of a picture of dots for one of the drawing. */
const density = 2;

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
  if (!picture) return;
  const text = new XMLSerializer().serializeToString(picture);
  const name = `${words.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.${format}`;
  if (format === 'svg') saveFile(new Blob([text], { type: 'image/svg+xml' }), name);
  else saveFile(await paint(text, picture), name);
}

/** The drawing in a picture of its own, with what has to be known of it written around; null where there is no drawing. */
export function composePicture(
  room: HTMLElement,
  { title, note, source }: PictureWords,
): SVGSVGElement | null {
  const drawing = room.querySelector('svg');
  if (!drawing) return null;
  const { width = 0, height = 0 } = drawing.viewBox.baseVal;
  const { color: ink, backgroundColor } = getComputedStyle(document.body);
  const picture = make('svg', { xmlns: namespace, 'font-family': face });
  const lines = [
    ...wrap(title, width, 16).map((text) => ({ text, size: 16, weight: 600 })),
    ...wrap(note, width, 12).map((text) => ({ text, size: 12, weight: 400 })),
  ];
  let y = margin;
  const write = (text: string, size: number, weight: number) => {
    y += size * 1.35;
    const line = make('text', { x: margin, y, 'font-size': size, 'font-weight': weight, fill: ink });
    line.textContent = text;
    picture.append(line);
  };
  for (const { text, size, weight } of lines) write(text, size, weight);
  const copy = copyStyled(drawing);
  setAttributes(copy, { x: margin, y: y + 10, width, height, class: '' });
  const canvas = room.querySelector('canvas');
  if (canvas)
    picture.append(make('image', { x: margin, y: y + 10, width, height, href: canvas.toDataURL() }));
  picture.append(copy);
  y += height + 14;
  for (const text of [...wrap(source, width, 11), ...wrap(location.href, width, 11)]) write(text, 11, 400);
  const size = { width: width + 2 * margin, height: y + margin };
  setAttributes(picture, { ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  picture.prepend(make('rect', { ...size, fill: backgroundColor }));
  return picture;
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

function make(name: string, attributes: Record<string, string | number>): SVGSVGElement {
  const element = document.createElementNS(namespace, name) as SVGSVGElement;
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'xmlns') element.setAttribute(name, String(value));
}

/** Lines of whole words that fit a width, by how wide a letter is on average; what has no blanks is cut. */
function wrap(text: string, width: number, size: number): string[] {
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

async function paint(text: string, { width, height }: SVGSVGElement): Promise<Blob> {
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
