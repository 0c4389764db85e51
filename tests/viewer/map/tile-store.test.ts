import { describe, expect, it, vi } from 'vitest';
import { createTileStore, FileGoneError } from '../../../viewer/map/tile-store.ts';
import { addressOf, loadTileset } from '../../../viewer/map/tileset.ts';

type Answer = () => Response | Promise<Response>;

function storeWith(answers: readonly Answer[], capacity = 8) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const store = createTileStore({
    fetch: async (address) => {
      asked.push(String(address));
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (!answer) throw new Error('No answer was prepared.');
      return answer();
    },
    pause: async (failures) => void pauses.push(failures),
    capacity,
  });
  return { store, asked, pauses };
}

const bytes: Answer = () => new Response(new Uint8Array([1, 2, 3]));
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const busy: Answer = () => new Response(null, { status: 503 });

describe('the store of tiles', () => {
  it('asks for a file once, however many want it', async () => {
    const { store, asked } = storeWith([bytes]);
    const both = await Promise.all([store.load('/a'), store.load('/a')]);
    expect(both.map((file) => [...file])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    await store.load('/a');
    expect(asked).toEqual(['/a']);
  });

  it('asks again for what may change', async () => {
    const { store, asked } = storeWith([bytes]);
    await store.readFresh('/a', ({ length }) => length);
    await store.readFresh('/a', ({ length }) => length);
    expect(asked).toHaveLength(2);
  });

  it('fetches a description of tiles that arrived broken again, and tells that it fails', async () => {
    const half: Answer = () => new Response('{"tiles": ["/t/{z}/{x');
    const empty: Answer = () => new Response('{"tiles": []}');
    const whole: Answer = () => new Response('{"tiles": ["/t/{z}/{x}/{y}.mvt"], "maxzoom": 13}');
    const { store, pauses } = storeWith([half, empty, whole]);
    const told: boolean[] = [];
    store.onFailure((failing) => told.push(failing));
    vi.stubGlobal('document', { baseURI: 'http://x/' });
    const tileset = await loadTileset(store, '/tiles/2024.json');
    expect(tileset).toMatchObject({ template: 'http://x/t/{z}/{x}/{y}.mvt', maxzoom: 13 });
    expect(pauses).toEqual([1, 2]);
    expect(told).toEqual([true, false]);
  });

  it('goes on trying, and tells when files fail and when they are back', async () => {
    const { store, pauses } = storeWith([offline, busy, bytes]);
    const told: boolean[] = [];
    store.onFailure((failing) => told.push(failing));
    expect([...(await store.load('/a'))]).toEqual([1, 2, 3]);
    expect(pauses).toEqual([1, 2]);
    expect(told).toEqual([true, false]);
  });

  it('fetches a file that arrived broken again, tells that it fails, and does not take it for one that is gone', async () => {
    const broken: Answer = () => new Response(new Uint8Array([9]));
    const { store, asked, pauses } = storeWith([broken, broken, bytes]);
    const told: boolean[] = [];
    store.onFailure((failing) => told.push(failing));
    const decode = (file: Uint8Array) => {
      if (file[0] === 9) throw new RangeError('no tile');
      return file.length;
    };
    expect(await store.read('/a', decode)).toBe(3);
    expect(asked).toHaveLength(3);
    expect(pauses).toEqual([1, 2]);
    expect(told).toEqual([true, false]);
    expect(await store.read('/a', decode)).toBe(3);
    expect(asked).toHaveLength(3);
  });

  it('has no bytes where nothing lies', async () => {
    const { store } = storeWith([() => new Response(null, { status: 204 })]);
    expect(await store.load('/a')).toHaveLength(0);
  });

  it('says that a file is gone, and does not remember that', async () => {
    const { store, asked } = storeWith([() => new Response(null, { status: 404 }), bytes]);
    await expect(store.load('/a')).rejects.toBeInstanceOf(FileGoneError);
    expect([...(await store.load('/a'))]).toEqual([1, 2, 3]);
    expect(asked).toHaveLength(2);
  });

  it('forgets what was asked for longest ago', async () => {
    const { store, asked } = storeWith([bytes], 2);
    for (const address of ['/a', '/b', '/a', '/c', '/a', '/b']) await store.load(address);
    expect(asked).toEqual(['/a', '/b', '/c', '/b']);
  });
});

it('addresses a tile by its template', () => {
  const tileset = { template: 'http://x/t/{z}/{x}/{y}.mvt', minzoom: 6, maxzoom: 13, attribution: '' };
  expect(addressOf({ ...tileset, bounds: [0, 0, 1, 1] }, { z: 9, x: 265, y: 168 })).toBe(
    'http://x/t/9/265/168.mvt',
  );
});
