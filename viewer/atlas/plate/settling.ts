import { effect } from '@preact/signals';
import { panels } from '../../state/panel/panels.ts';
import { maps } from './maps.ts';

/** Resolves when every panel has its figures and its map has drawn all of them; a map that cannot be drawn waits for ever. */
export async function settleMaps(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = effect(() => {
      const areThere = panels.value.every(
        ({ index, figures }) => figures.value !== null && maps.value.has(index),
      );
      if (!areThere) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
  await Promise.all(panels.peek().map(({ index }) => maps.peek().get(index)?.finished()));
}
