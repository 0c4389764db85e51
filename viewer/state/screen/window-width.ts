import { signal } from '@preact/signals';

/** How wide the window is, CSS pixels: it changes when somebody shows a slide on the full screen. */
export const windowWidth = signal(globalThis.innerWidth);

globalThis.addEventListener?.('resize', () => {
  windowWidth.value = globalThis.innerWidth;
});
