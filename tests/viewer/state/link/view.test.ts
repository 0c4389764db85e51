import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changePanel, changeView, followHistory, view } from '../../../../viewer/state/link/view.ts';
import { drawFirst } from '../../../../viewer/state/screen/drawing.ts';

let written: string[] = [];
let listeners: Record<string, (event?: object) => void> = {};
const address = { pathname: '/', search: '' };

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  listeners = {};
  const note = (how: string) => (_state: null, _title: string, link: string) =>
    void written.push(`${how} ${link.replace(/^\/\??/, '')}`);
  vi.stubGlobal('history', { pushState: note('push'), replaceState: note('replace') });
  vi.stubGlobal('location', address);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal('addEventListener', (type: string, listen: (event?: object) => void) => {
    listeners[type] = listen;
  });
  followHistory();
});

afterEach(async () => {
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function drawLong(): void {
  drawFirst(new Promise(() => undefined));
}

test('the view changes at once, its link when the maps are drawn', async () => {
  drawLong();
  changePanel({ period: '2021' });
  expect(view.value.panels[0]?.period).toBe('2021');
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  expect(written).toEqual(['push period=2021']);
});

test('two choices while the maps are drawn are two entries, and what follows from one belongs to it', async () => {
  drawLong();
  changePanel({ period: '2021' });
  changeView({ tab: 'table' }, 'replace');
  changePanel({ period: '2022' });
  await vi.advanceTimersByTimeAsync(600);
  expect(written).toEqual(['push period=2021&tab=table', 'push period=2022&tab=table']);
});

test('who leaves the page leaves its whole link', () => {
  drawLong();
  changePanel({ period: '2021' });
  listeners.pagehide?.();
  expect(written).toEqual(['push period=2021']);
});

test('who goes back before the link is written goes back', async () => {
  drawLong();
  changePanel({ period: '2021' });
  listeners.popstate?.();
  await vi.advanceTimersByTimeAsync(600);
  expect(written).toEqual([]);
  expect(view.value.panels[0]?.period).toBeNull();
});

test('steps through time are written once nobody takes another', async () => {
  for (const period of ['2021', '2022']) {
    changePanel({ period }, 'replace');
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(written).toEqual(['replace period=2022']);
});

test('whoever presses anything but the arrows that step finds the link as it should be', async () => {
  changePanel({ period: '2021' }, 'replace');
  listeners.keydown?.({ key: 'ArrowRight' });
  expect(written).toEqual([]);
  listeners.keydown?.({ key: 'c', ctrlKey: true });
  expect(written).toEqual(['replace period=2021']);
  changePanel({ period: '2022' }, 'replace');
  listeners.pointerdown?.();
  expect(written.at(-1)).toBe('replace period=2022');
});

test('anything else than a step is in the link at once where no map draws', async () => {
  changePanel({ period: '2021', level: 'district' }, 'replace');
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual(['replace period=2021&level=district']);
});
