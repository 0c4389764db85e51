import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import { listBaseTiles } from './tiles.ts';

const headerBytes = 127;
const compressions = { none: 1, gzip: 2 } as const;

/**
 * A PMTiles file (version 3: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md) of the made-up land, its
 * directories and tiles with gzip. `tileType`: 1 for vector tiles.
 */
export function writePmtiles({
  attribution = '<a href="https://example.nl">Waterland</a> &copy; 2026',
  tileType = 1,
} = {}): Uint8Array {
  const tiles = listBaseTiles()
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), z, bytes: gzipSync(bytes) }))
    .sort((one, other) => one.id - other.id);
  const directory = gzipSync(writeDirectory(tiles));
  const metadata = gzipSync(JSON.stringify({ attribution }));
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes));
  const header = Buffer.alloc(headerBytes);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let offset = headerBytes;
  for (const [place, length] of [
    [8, directory.length],
    [24, metadata.length],
    [40, 0],
    [56, data.length],
  ] as const) {
    header.writeBigUInt64LE(BigInt(offset), place);
    header.writeBigUInt64LE(BigInt(length), place + 8);
    offset += length;
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(tiles.length), place);
  header.writeUInt8(1, 96);
  header.writeUInt8(compressions.gzip, 97);
  header.writeUInt8(compressions.gzip, 98);
  header.writeUInt8(tileType, 99);
  header.writeUInt8(0, 100);
  header.writeUInt8(Math.max(...tiles.map(({ z }) => z)), 101);
  for (const [index, degrees] of [6.2, 52.2, 7.2, 52.4].entries())
    header.writeInt32LE(degrees * 1e7, 102 + 4 * index);
  return Buffer.concat([header, directory, metadata, data]);
}

function writeDirectory(tiles: readonly { readonly id: number; readonly bytes: Uint8Array }[]): Uint8Array {
  const numbers = [tiles.length];
  for (const [index, { id }] of tiles.entries()) numbers.push(id - (tiles[index - 1]?.id ?? 0));
  for (const _ of tiles) numbers.push(1);
  for (const { bytes } of tiles) numbers.push(bytes.length);
  // An offset of 0 says: right behind the one before.
  for (const [index] of tiles.entries()) numbers.push(index === 0 ? 1 : 0);
  return Uint8Array.from(numbers.flatMap(writeVarint));
}

function writeVarint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
