import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPictureKind, remakePicture } from '../../../api/contributions/picture.ts';
import { mostPictureBytes, receive } from '../../../api/contributions/reception.ts';
import { RequestProblem } from '../../../api/errors.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 90, b: 60 } } });

const refusal = async (bytes: Uint8Array) => {
  const error = await remakePicture(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RequestProblem);
  return error as RequestProblem;
};

/** A PNG that says it has so many pixels, and holds next to nothing. */
function claimPixels(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(3_000_000));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture is made anew', () => {
  test('smaller, as WebP, without what a camera wrote into it', async () => {
    const sent = await plain(3000, 1500)
      .jpeg()
      .withExif({ IFD0: { Make: 'Telefoon', Artist: 'Jan Bakker' }, IFD3: { GPSLatitude: '52/1 13/1 0/1' } })
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const kept = await remakePicture(sent);
    expect([kept.width, kept.height, kept.type]).toEqual([1600, 800, 'image/webp']);
    const read = await sharp(kept.bytes).metadata();
    expect([read.format, read.exif, read.xmp, read.icc]).toEqual(['webp', undefined, undefined, undefined]);
    expect(Buffer.from(kept.bytes).includes('Jan Bakker')).toBe(false);
  });

  test('upright, where only a note in it said how', async () => {
    const sent = await plain(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await remakePicture(sent)).toMatchObject({ width: 20, height: 40 });
  });

  test('from PNG and WebP too, and the same bytes each time', async () => {
    for (const sent of [await plain(10, 10).png().toBuffer(), await plain(10, 10).webp().toBuffer()]) {
      const [first, second] = [await remakePicture(sent), await remakePicture(sent)];
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    }
  });

  test('what hides behind it is not kept', async () => {
    const sent = await plain(10, 10).png().toBuffer();
    const polyglot = Buffer.concat([sent, Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    expect(Buffer.from((await remakePicture(polyglot)).bytes).includes('script')).toBe(false);
  });
});

describe('what is no picture is refused, with what to do', () => {
  test.each([
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n'],
    ['GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    const problem = await refusal(Buffer.from(text, 'latin1'));
    expect([problem.kind, problem.detail]).toEqual([
      'unsupported',
      'The picture cannot be taken: it is none by its contents; send a JPEG, PNG or WebP',
    ]);
  });

  test('the first bytes of one and then something else', async () => {
    for (const begin of [
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ]) {
      const bytes = Buffer.concat([Buffer.from(begin), Buffer.from('<script>alert(1)</script>')]);
      expect(readPictureKind(bytes)).not.toBeNull();
      expect((await refusal(bytes)).detail).toContain('it is damaged; open it, save it anew and send that');
    }
  });

  test('one that is cut off', async () => {
    const whole = await plain(400, 400).jpeg({ quality: 100 }).toBuffer();
    expect((await refusal(whole.subarray(0, whole.length / 2))).detail).toContain('damaged');
  });

  test('one that would fill the memory', async () => {
    const bomb = claimPixels(30_000, 30_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refusal(bomb)).detail).toContain('more than 60 million pixels; make it smaller first');
  });
});

describe('what is sent is read up to a limit', () => {
  const send = (body: ReadableStream | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    receive(
      new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
      mostPictureBytes,
    );

  test('one that says that it is larger is not read at all', async () => {
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull: (control) => {
          pulled += 1;
          control.enqueue(new Uint8Array(1000));
        },
      },
      { highWaterMark: 0 },
    );
    const sent = send(body, { 'Content-Length': String(2 * 1024 ** 3) });
    await expect(sent).rejects.toMatchObject({
      kind: 'too-large',
      detail: 'It may hold at most 15 MB: make it smaller first',
    });
    expect(pulled).toBe(0);
  });

  test('one without end is left as soon as it is too large', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (control) => {
        sent += 1024 ** 2;
        control.enqueue(new Uint8Array(1024 ** 2));
      },
    });
    await expect(send(endless)).rejects.toMatchObject({ kind: 'too-large' });
    expect(sent).toBeLessThan(20 * 1024 ** 2);
  });

  test('an empty one is refused', async () => {
    await expect(send(new Uint8Array())).rejects.toMatchObject({
      kind: 'unsupported',
      detail: 'Nothing was sent: choose a file',
    });
  });
});
