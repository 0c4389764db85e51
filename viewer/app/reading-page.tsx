import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../geodata/link/view.ts';
import { Waiting } from '../pages/page-to-read.tsx';
import { Header } from '../parts/header/header.tsx';
import { makeLazy } from '../parts/lazy-part.tsx';
import { Notices } from '../parts/notice/notices.tsx';
import { ViewLink } from '../parts/view-link.tsx';
import { language, view } from '../state/link/view.ts';
import { pageTitle } from '../state/screen/title.ts';
import { words } from '../state/screen/words.ts';

const parts: Readonly<Record<Exclude<Page, 'map'>, ReturnType<typeof makeLazy>>> = {
  access: makeLazy(
    () => import('../pages/access/access-page.tsx').then((module) => module.AccessPage),
    Waiting,
  ),
  account: makeLazy(
    () => import('../pages/accounts/account-page.tsx').then((module) => module.AccountPage),
    Waiting,
  ),
  clusters: makeLazy(
    () => import('../pages/clusters/clusters-page.tsx').then((module) => module.ClustersPage),
    Waiting,
  ),
  connections: makeLazy(
    () => import('../pages/connections/connections-page.tsx').then((module) => module.ConnectionsPage),
    Waiting,
  ),
  contribution: makeLazy(
    () => import('../pages/stories/contribution-page.tsx').then((module) => module.ContributionPage),
    Waiting,
  ),
  differences: makeLazy(
    () => import('../pages/differences/differences-page.tsx').then((module) => module.DifferencesPage),
    Waiting,
  ),
  documents: makeLazy(
    () => import('../pages/documents/documents-page.tsx').then((module) => module.DocumentsPage),
    Waiting,
  ),
  invitation: makeLazy(
    () => import('../pages/accounts/invitation-page.tsx').then((module) => module.InvitationPage),
    Waiting,
  ),
  municipality: makeLazy(
    () => import('../pages/municipality/municipality-page.tsx').then((module) => module.MunicipalityPage),
    Waiting,
  ),
  cycle: makeLazy(
    () => import('../pages/policy/cycle/cycle-page.tsx').then((module) => module.CyclePage),
    Waiting,
  ),
  people: makeLazy(
    () => import('../pages/accounts/people-page.tsx').then((module) => module.PeoplePage),
    Waiting,
  ),
  policy: makeLazy(
    () => import('../pages/policy/matrix/matrix-page.tsx').then((module) => module.MatrixPage),
    Waiting,
  ),
  presentation: makeLazy(
    () => import('../pages/presentation/presentation-page.tsx').then((module) => module.PresentationPage),
    Waiting,
  ),
  questionnaire: makeLazy(
    () => import('../pages/questionnaires/questionnaire-page.tsx').then((module) => module.QuestionnairePage),
    Waiting,
  ),
  questionnaires: makeLazy(
    () =>
      import('../pages/questionnaires/questionnaires-page.tsx').then((module) => module.QuestionnairesPage),
    Waiting,
  ),
  report: makeLazy(
    () => import('../pages/report/report-page.tsx').then((module) => module.ReportPage),
    Waiting,
  ),
  round: makeLazy(() => import('../pages/round/round-page.tsx').then((module) => module.RoundPage), Waiting),
  'shared-list': makeLazy(
    () => import('../pages/shared-lists/list-page.tsx').then((module) => module.SharedListPage),
    Waiting,
  ),
  'shared-lists': makeLazy(
    () => import('../pages/shared-lists/lists-page.tsx').then((module) => module.SharedListsPage),
    Waiting,
  ),
  'sign-in': makeLazy(
    () => import('../pages/accounts/sign-in-page.tsx').then((module) => module.SignInPage),
    Waiting,
  ),
  sources: makeLazy(
    () => import('../pages/sources/sources-page.tsx').then((module) => module.SourcesPage),
    Waiting,
  ),
  speaker: makeLazy(
    () => import('../pages/presentation/speaker-page.tsx').then((module) => module.SpeakerPage),
    Waiting,
  ),
  start: makeLazy(() => import('../pages/start/start-page.tsx').then((module) => module.StartPage), Waiting),
  stories: makeLazy(
    () => import('../pages/stories/stories-page.tsx').then((module) => module.StoriesPage),
    Waiting,
  ),
  trail: makeLazy(
    () => import('../pages/accounts/trail-page.tsx').then((module) => module.TrailPage),
    Waiting,
  ),
  writing: makeLazy(
    () => import('../pages/writing/writing-page.tsx').then((module) => module.WritingPage),
    Waiting,
  ),
};

/** What the site states of itself: pages of the server's own. */
const statements = [
  { key: 'privacy', path: '/gegevensbescherming' },
  { key: 'accessibility', path: '/toegankelijkheid' },
] as const;

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
      <footer class="reading-foot">
        {statements.map(({ key, path }) => (
          <a key={key} href={`${path}?lang=${language.value}`}>
            {text.statements[key]}
          </a>
        ))}
      </footer>
    </div>
  );
}
