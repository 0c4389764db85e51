import { useEffect } from 'preact/hooks';
import { Atlas } from './atlas.tsx';
import { makeLazy } from './lazy-part.tsx';
import { followTitle } from './reading/title.ts';
import { viewParts } from './state/view.ts';

const ReadingPage = makeLazy(
  () => import('./reading/reading-page.tsx').then((module) => module.ReadingPage),
  () => <div class="page" />,
);

/** The one page: the map with what belongs to it, or what is read in its place. */
export function App() {
  useEffect(followTitle, []);
  return viewParts.page.value === 'map' ? <Atlas /> : <ReadingPage />;
}
