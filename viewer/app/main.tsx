import { effect } from '@preact/signals';
import { render } from 'preact';
import { dropFirstMaps, hasFirstMaps } from '../map/first-maps.ts';
import { dropPictures, keepPictures } from '../map/kept-pictures.ts';
import { ownTexts } from '../parts/owned-text.ts';
import { catalog, keepLinkComplete } from '../state/catalog.ts';
import { followHistory } from '../state/link/view.ts';
import { requestTiles } from '../state/panel/tile-requests.ts';
import { followAppearance } from '../state/screen/appearance.ts';
import { followConnection } from '../state/screen/connection.ts';
import { drawMapsFirst } from '../state/screen/drawing.ts';
import { fetchWords, followLanguage } from '../state/screen/words.ts';
import { App } from './app.tsx';
import { replaceFrame } from './kept-keys.ts';

// Before the first change of the view takes it out of the address.
if (new URLSearchParams(location.search).has('bench'))
  void import('./bench.ts').then(({ offerBench }) => offerBench());
ownTexts();
drawMapsFirst();
followHistory();
followLanguage();
followAppearance();
followConnection();
keepLinkComplete();
if (!hasFirstMaps()) requestTiles();

const place = document.querySelector('#viewer');
/** In the language of the link; in Dutch where that language does not come. */
function begin(): void {
  if (place) {
    keepPictures(place);
    replaceFrame(place, () => render(<App />, place));
  }
  dropFirstMaps();
  dropPictures();
}

/** A page that shows its maps already is built around them once it is known what there is to show; not for ever. */
function awaitCatalog(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!catalog.data.value && !catalog.failure.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

const showsMaps = hasFirstMaps() || place?.querySelector('.drawn-map') != null;
Promise.all([fetchWords(), showsMaps && awaitCatalog()]).then(begin, begin);
