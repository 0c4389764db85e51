import { render } from 'preact';
import { App } from './app.tsx';
import { followLanguage } from './language/current.ts';
import { followAppearance } from './state/appearance.ts';
import { keepLinkComplete } from './state/catalog.ts';
import { followConnection } from './state/connection.ts';
import { followHistory } from './state/view.ts';

followHistory();
followLanguage();
followAppearance();
followConnection();
keepLinkComplete();

const place = document.querySelector('#viewer');
if (place) {
  place.replaceChildren();
  render(<App />, place);
}
