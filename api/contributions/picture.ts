import sharp from 'sharp';
import { RequestProblem } from '../errors.ts';

/** Longest side of a picture as it is kept, pixels: sharp on a projector, small enough for a phone. */
const longestSide = 1600;
/** Most pixels of one that is sent in: more than any camera makes, far less than what would fill the memory. */
const mostPixels = 60_000_000;
/** Seconds that reading one may take. */
const longestWait = 20;

/** A picture, made anew from what was sent: nothing else of that is left. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'image/webp';
  readonly width: number;
  readonly height: number;
}

// What is not of these kinds is not even looked into: each reader is a door.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// Several at once would take the server's memory and its cores.
sharp.concurrency(1);
sharp.cache(false);

/** The kind of a picture by its first bytes, whatever its name says; null where it is none that is taken. */
export function readPictureKind(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP' ? 'webp' : null;
}

/**
 * Makes a picture anew from bytes that were sent: upright, at most 1,600 pixels, without what a camera wrote into it about
 * place, time and device, and without whatever was hidden behind it. Throws a problem 415 where it is none, or too large.
 */
export async function remakePicture(sent: Uint8Array): Promise<Picture> {
  if (!readPictureKind(sent)) throw refuse('it is none by its contents; send a JPEG, PNG or WebP');
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: longestWait })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'image/webp', width: info.width, height: info.height };
  } catch (error) {
    throw refuse(explain(error instanceof Error ? error.message : ''));
  }
}

/** Why a picture could not be read, and what to do, by what the reader says. */
function explain(message: string): string {
  if (/pixel limit/i.test(message))
    return `it has more than ${mostPixels / 1_000_000} million pixels; make it smaller first`;
  if (/timeout/i.test(message)) return 'it takes too long to read; make it smaller first';
  return 'it is damaged; open it, save it anew and send that';
}

function refuse(why: string): RequestProblem {
  return new RequestProblem('unsupported', `The picture cannot be taken: ${why}`);
}
