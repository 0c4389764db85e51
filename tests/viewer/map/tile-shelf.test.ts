import { describe, expect, it } from 'vitest';
import { createTileShelf } from '../../../viewer/map/tile-shelf.ts';
import { FileGoneError } from '../../../viewer/map/tile-store.ts';
import { encodeSquares } from './squares.ts';

const bytes = new Uint8Array(
  encodeSquares({ z: 9, x: 265, y: 168 }, [{ code: 'BU1', index: 3, box: [0, 0, 1, 1] }]),
);

describe('the shelf of tiles', () => {
  it('reads a tile once for all maps, and once a level', async () => {
    const shelf = createTileShelf({ read: async (_address, decode) => decode(bytes) });
    const [one, two] = await Promise.all([
      shelf.load('/a', 'neighbourhood'),
      shelf.load('/a', 'neighbourhood'),
    ]);
    expect(two).toBe(one);
    expect(one.areas.get('BU1')?.index).toBe(3);
    expect((await shelf.load('/a', 'district')).areas.size).toBe(0);
  });

  it('does not remember that a tile was gone', async () => {
    let gone = true;
    const shelf = createTileShelf({
      read: async (address, decode) => {
        if (gone) throw new FileGoneError(address);
        return decode(bytes);
      },
    });
    await expect(shelf.load('/a', 'neighbourhood')).rejects.toThrow(FileGoneError);
    gone = false;
    expect((await shelf.load('/a', 'neighbourhood')).areas.size).toBe(1);
  });
});
