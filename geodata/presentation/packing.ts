import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { type Presentation, presentationLimits, readSlideView, type Slide } from './presentation.ts';

type Packed = readonly [title: string, slides: readonly (readonly string[])[]];

/** Longest text of a whole presentation, UTF-8 bytes: what a link holds can be made to say a thousand times as much. */
const longestText = 400_000;

/** A presentation as a link holds it: deflated JSON in letters, digits, `-` and `_`. */
export function packPresentation({ title, slides }: Presentation): string {
  const packed: Packed = [
    title,
    slides.map(({ address, title: own, sentence, notes }) => [address, own, sentence, notes]),
  ];
  const bytes = deflateSync(strToU8(JSON.stringify(packed)), { level: 9 });
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The presentation that a link holds; null where it holds none, or one that was not written by `packPresentation`. */
export function unpackPresentation(text: string): Presentation | null {
  try {
    const bytes = inflateSync(strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true));
    return bytes.length > longestText ? null : readPacked(JSON.parse(strFromU8(bytes)));
  } catch {
    return null;
  }
}

function readPacked(packed: unknown): Presentation | null {
  if (!Array.isArray(packed)) return null;
  const [title, rows] = packed as unknown[];
  if (!isLine(title, presentationLimits.title) || !Array.isArray(rows)) return null;
  if (rows.length === 0 || rows.length > presentationLimits.slides) return null;
  const slides = rows.map(readSlide);
  return slides.every((slide) => slide !== null) ? { title, slides } : null;
}

function readSlide(row: unknown): Slide | null {
  if (!Array.isArray(row)) return null;
  const [address, title, sentence, notes = ''] = row as unknown[];
  const { address: longest, title: line, sentence: lines, notes: most } = presentationLimits;
  const isRead =
    isLine(address, longest) && isLine(title, line) && isText(sentence, lines) && isText(notes, most);
  return isRead && readSlideView(address) ? { address, title, sentence, notes } : null;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isLine(value: unknown, longest: number): value is string {
  return isText(value, longest) && !/\p{Cc}/u.test(value);
}
