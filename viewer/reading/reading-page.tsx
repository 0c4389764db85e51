import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../geodata/link/view.ts';
import { Header } from '../header/header.tsx';
import { words } from '../language/current.ts';
import { makeLazy } from '../lazy-part.tsx';
import { Notices } from '../notice/notices.tsx';
import { view } from '../state/view.ts';
import { ViewLink } from '../view-link.tsx';
import { pageTitle } from './title.ts';
import './reading.css';

const waiting = () => <div class="skeleton reading-waiting" />;

const parts: Readonly<Record<Exclude<Page, 'map'>, ReturnType<typeof makeLazy>>> = {
  clusters: makeLazy(
    () => import('../clusters/clusters-page.tsx').then((module) => module.ClustersPage),
    waiting,
  ),
  connections: makeLazy(
    () => import('../connections/connections-page.tsx').then((module) => module.ConnectionsPage),
    waiting,
  ),
  differences: makeLazy(
    () => import('../difference/differences-page.tsx').then((module) => module.DifferencesPage),
    waiting,
  ),
  municipality: makeLazy(
    () => import('../municipality/municipality-page.tsx').then((module) => module.MunicipalityPage),
    waiting,
  ),
  report: makeLazy(() => import('../report/report-page.tsx').then((module) => module.ReportPage), waiting),
  sources: makeLazy(
    () => import('../provenance/sources-page.tsx').then((module) => module.SourcesPage),
    waiting,
  ),
};

/** A page to read in the place of the map, under the same header; the link back keeps what the map showed. */
export function ReadingPage() {
  const text = words.value;
  const { page } = view.value;
  const content = useRef<HTMLElement>(null);
  useEffect(() => content.current?.focus(), [page]);
  if (page === 'map') return null;
  const Part = parts[page];
  return (
    <div class="page page-reading">
      <a class="skip" href="#content">
        {text.pages.skip}
      </a>
      <Header />
      <main id="content" class="reading" tabIndex={-1} ref={content}>
        <ViewLink class="reading-back" change={{ page: 'map' }}>
          {text.pages.back}
        </ViewLink>
        <h1>{pageTitle.value}</h1>
        <Notices />
        <Part />
      </main>
    </div>
  );
}
