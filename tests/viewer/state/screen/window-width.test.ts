import { expect, test, vi } from 'vitest';

test('a window that becomes wider is heard of', async () => {
  let resize = () => {};
  vi.stubGlobal('innerWidth', 1200);
  vi.stubGlobal('addEventListener', (_: 'resize', listen: () => void) => {
    resize = listen;
  });
  // By itself, as others may have read the module where there is no window.
  const fresh = '../../../../viewer/state/screen/window-width.ts?fresh';
  const { windowWidth } = await import(fresh);
  expect(windowWidth.value).toBe(1200);
  vi.stubGlobal('innerWidth', 1920);
  resize();
  expect(windowWidth.value).toBe(1920);
});
