import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { PMTiles, type Source, TileType } from 'pmtiles';
import { messageOf } from '../../geodata/problem.ts';
import { type BaseMap, type BaseMapDescription, BaseMapError } from './base-map.ts';

/**
 * A PMTiles file (version 3) of the operator's own, of which ranges are read and never the whole; what `pmtiles` keeps in
 * memory is its directories. It is open until
 * it is closed. Throws BaseMapError where it is none, or holds no vector tiles.
 */
export async function openBaseMapFile(path: string): Promise<BaseMap & { close(): Promise<void> }> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BaseMapError(`BASE_MAP_FILE: ${path} cannot be read (${error.code}); correct the path.`);
  });
  const { size, mtimeMs } = await file.stat();
  const source: Source = {
    getKey: () => path,
    getBytes: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return { data: bytes.buffer.slice(0, bytesRead) };
    },
  };
  const archive = new PMTiles(source);
  try {
    const header = await archive.getHeader();
    if (header.tileType !== TileType.Mvt)
      throw new BaseMapError(`BASE_MAP_FILE: ${path} holds no vector tiles; give one that does (type mvt).`);
    const metadata = (await archive.getMetadata()) as { readonly attribution?: unknown };
    const description: BaseMapDescription = {
      minzoom: header.minZoom,
      maxzoom: header.maxZoom,
      bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
      attribution: readPlainText(metadata.attribution) || basename(path),
      version: `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`,
    };
    return {
      describe: async () => description,
      close: () => file.close(),
      readTile: async (z, x, y) => {
        const found = await archive.getZxy(z, x, y).catch((error: unknown) => {
          throw new BaseMapError(`${path}, tile ${z}/${x}/${y}: ${messageOf(error)}`);
        });
        return found ? new Uint8Array(found.data) : null;
      },
    };
  } catch (error) {
    await file.close();
    if (error instanceof BaseMapError) throw error;
    throw new BaseMapError(
      `BASE_MAP_FILE: ${path} is no PMTiles file of version 3 (${messageOf(error)}); make one, such as with "pmtiles extract".`,
    );
  }
}

/** Attributions are written as HTML; a map's corner shows text. */
function readPlainText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim();
}
