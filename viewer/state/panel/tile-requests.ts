import { effect } from '@preact/signals';
import { addressHere } from '../../data/seen-as.ts';
import { panels } from './panels.ts';

/**
 * Asks which tiles there are as soon as a panel's boundary year is known: before the page is rendered, and so before all
 * that it asks for, behind which the answer would wait.
 */
export function requestTiles(): void {
  effect(() => {
    for (const { boundaryYear } of panels.value) {
      const year = boundaryYear.value;
      if (year) preload(addressHere(`/tiles/${year}.json`));
    }
  });
}

function preload(href: string): void {
  if (document.head.querySelector(`link[href="${href}"]`)) return;
  const hint = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href };
  document.head.append(Object.assign(document.createElement('link'), hint));
}
