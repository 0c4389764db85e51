import sharp from 'sharp';
// It says which kinds of pictures are read at all, before this adds one.
import '../contributions/picture.ts';

// Only what is written here reaches this reader: what people send is looked at by its first bytes before.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });

/** Seconds that drawing a card may take. */
const longestWait = 10;

/** An SVG of ours as PNG. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg))
    .timeout({ seconds: longestWait })
    .png({ palette: true, effort: 4 })
    .toBuffer();
}
