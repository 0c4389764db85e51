import { render } from 'preact';
import { ownTexts } from '../parts/owned-text.ts';
import { keepLinkComplete } from '../state/catalog.ts';
import { followHistory } from '../state/link/view.ts';
import { requestTiles } from '../state/panel/tile-requests.ts';
import { followAppearance } from '../state/screen/appearance.ts';
import { followConnection } from '../state/screen/connection.ts';
import { drawMapsFirst } from '../state/screen/drawing.ts';
import { fetchWords, followLanguage } from '../state/screen/words.ts';
import { App } from './app.tsx';

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
requestTiles();

const place = document.querySelector('#viewer');
/** In the language of the link; in Dutch where that language does not come. */
function begin(): void {
  place?.replaceChildren();
  if (place) render(<App />, place);
}

fetchWords().then(begin, begin);
