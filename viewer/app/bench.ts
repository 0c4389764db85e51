import { effect } from '@preact/signals';
import { periodsOf } from '../../geodata/link/resolve.ts';
import { maps } from '../atlas/plate/maps.ts';
import type { MapHandle } from '../map/scene.ts';
import { changeView, view } from '../state/link/view.ts';
import { panels } from '../state/panel/panels.ts';

/** For whoever measures the map beside other tools: each promise resolves when every panel's frame is finished on the GPU. */
export interface Bench {
  /** Every panel has its figures and has drawn all of them. */
  ready(): Promise<void>;
  /** Shows another period in every panel. Rejects with a RangeError where a panel's indicator does not have it. */
  switchYear(period: string): Promise<void>;
  /** Draws every panel once more as it is. */
  redraw(): Promise<void>;
}

declare global {
  interface Window {
    __bench?: Bench;
  }
}

/** Puts `__bench` on the window. */
export function offerBench(): void {
  window.__bench = { ready, switchYear, redraw };
}

async function ready(): Promise<void> {
  await until(() =>
    panels.value.every(({ index, figures }) => figures.value !== null && maps.value.has(index)),
  );
  await Promise.all(runningMaps().map((map) => map.finished()));
}

async function switchYear(period: string): Promise<void> {
  const lacks = panels.peek().some(({ indicator }) => {
    const shown = indicator.peek();
    return !shown || !periodsOf(shown).includes(period);
  });
  if (lacks) throw new RangeError(`Not every panel has figures of ${period}`);
  const before = boundaryYears();
  changeView(
    { panels: view.peek().panels.map((panel) => ({ ...panel, period, boundaryYear: null })) },
    'replace',
  );
  await redraw();
  // Other boundaries come over the network.
  if (boundaryYears() !== before) await ready();
}

async function redraw(): Promise<void> {
  await Promise.all(runningMaps().map((map) => map.redraw()));
}

function runningMaps(): MapHandle[] {
  return panels.peek().flatMap(({ index }) => maps.peek().get(index) ?? []);
}

function boundaryYears(): string {
  return panels
    .peek()
    .map(({ boundaryYear }) => boundaryYear.peek())
    .join();
}

function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!condition()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
