import { render } from 'preact';
import { App } from './app.tsx';
import { fetchWords, followLanguage } from './language/current.ts';
import { followAppearance } from './state/appearance.ts';
import { keepLinkComplete } from './state/catalog.ts';
import { followConnection } from './state/connection.ts';
import { letMapsGoFirst } from './state/drawing.ts';
import { followHistory } from './state/view.ts';

// Before the first change of the view takes it out of the address.
if (new URLSearchParams(location.search).has('bench'))
  void import('./bench.ts').then(({ offerBench }) => offerBench());
letMapsGoFirst();
followHistory();
followLanguage();
followAppearance();
followConnection();
keepLinkComplete();

const place = document.querySelector('#viewer');
/** In the language of the link; in Dutch where that language does not come. */
function begin(): void {
  place?.replaceChildren();
  if (place) render(<App />, place);
}

fetchWords().then(begin, begin);
