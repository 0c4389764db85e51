import { useEffect } from 'preact/hooks';
import { Atlas } from '../atlas/atlas.tsx';
import { makeLazy } from '../parts/lazy-part.tsx';
import { viewParts } from '../state/link/view.ts';
import { followTitle } from '../state/screen/title.ts';
import { attendMeetings } from './meetings.ts';

const ReadingPage = makeLazy(
  () => import('./reading-page.tsx').then((module) => module.ReadingPage),
  () => <div class="page" />,
);

/** The one page: the map with what belongs to it, or what is read in its place. */
export function App() {
  useEffect(followTitle, []);
  useEffect(attendMeetings, []);
  return viewParts.page.value === 'map' ? <Atlas /> : <ReadingPage />;
}
