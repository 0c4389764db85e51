import type { StartBody } from '../../data/contract.ts';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayAskNeighbourhood, mayTakePart, session } from '../../state/account.ts';
import { municipalityNames } from '../../state/catalog.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { findToday, writeDay, writeTime } from '../../state/screen/times.ts';
import { translate, words } from '../../state/screen/words.ts';
import { Waiting } from '../page-to-read.tsx';
import { policy } from '../policy/policy.ts';
import { ListOfLists } from '../shared-lists/lists-page.tsx';
import { sharedLists } from '../shared-lists/shared-lists.ts';
import { ChangedSection } from './changed-section.tsx';
import { start } from './start.ts';
import '../page.css';
import './start.css';

/** Where who is signed in begins: his municipality, what changed since he was here, what waits for him, his lists. */
export function StartPage() {
  const { start: text } = policyWords.value;
  const known = session.value;
  const found = start.data.value;
  if (known && (known.person === null || known.secondFactor === null))
    return (
      <>
        <p>{text.signIn}</p>
        <p>
          <SignInLink />
        </p>
      </>
    );
  if (!known?.person || !found) return <Waiting />;
  return (
    <>
      <p class="page-intro">
        {text.hello(known.person.name)} {found.since ? text.since(writeTime(found.since)) : text.first}
      </p>
      <div class="start-parts">
        <Waits found={found} />
        <ChangedSection found={found} />
        <Own found={found} />
        <News found={found} />
        <Lists found={found} />
      </div>
    </>
  );
}

/** Ways to the figures and the policy of the municipalities that he has a role in. */
function Own({ found }: { readonly found: StartBody }) {
  const { start: text } = policyWords.value;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{text.mine}</h2>
      {found.municipalities.length === 0 && <p>{text.noMunicipality}</p>}
      <ul class="start-own">
        {found.municipalities.map((code) => (
          <li key={code}>
            <strong>{municipalityNames.value.get(code) ?? code}</strong>
            <ViewLink change={{ page: 'municipality', area: code }}>{text.toFigures}</ViewLink>
            <ViewLink change={{ page: 'cycle', area: code }}>{text.toCycle}</ViewLink>
            <ViewLink change={{ page: 'map', area: code, tab: 'area' }}>{text.toMap}</ViewLink>
          </li>
        ))}
      </ul>
      <p>
        <ViewLink change={{ page: 'policy' }}>{text.region}</ViewLink>
      </p>
      {mayAskNeighbourhood() && (
        <p>
          <ViewLink change={{ page: 'questionnaires' }}>{words.value.pages.questionnaires}</ViewLink>
        </p>
      )}
      <p>
        <ViewLink change={{ page: 'account' }}>{words.value.pages.account}</ViewLink>
      </p>
    </section>
  );
}

/** Steps that are due, or in his hands. */
function Waits({ found }: { readonly found: StartBody }) {
  const { start: text } = policyWords.value;
  const today = findToday();
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{text.waits}</h2>
      {found.steps.length + found.contributions.length === 0 && <p>{text.nothingWaits}</p>}
      <ul class="start-waits">
        {found.contributions.map(({ id, title, lang, why }) => (
          <li key={id}>
            <ViewLink change={{ page: 'writing', contribution: id }}>
              <span lang={lang}>{title}</span>
            </ViewLink>{' '}
            <span class="soft">{text.whys[why]}</span>
          </li>
        ))}
        {found.steps.map(({ cycle, step, municipality, template, templateVersion, due, isOwn }) => (
          <li key={`${cycle} ${step}`}>
            <ViewLink change={{ page: 'cycle', area: municipality, template }}>
              {nameStep(template, templateVersion, step)},{' '}
              {municipalityNames.value.get(municipality) ?? municipality}
            </ViewLink>{' '}
            {due && (
              <span class={due < today ? 'overdue-mark' : 'soft'}>
                {due < today ? `▲ ${text.overdue(writeDay(due))}` : text.dueOn(writeDay(due))}
              </span>
            )}
            {isOwn && <span class="soft"> · {text.own}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The latest of the region and of his municipalities. */
function News({ found }: { readonly found: StartBody }) {
  const { start: text } = policyWords.value;
  return (
    <section aria-labelledby="news">
      <h2 id="news">{text.news}</h2>
      {found.news.length === 0 && <p>{text.noNews}</p>}
      <ul class="start-waits">
        {found.news.map(({ id, title, lang, publishedAt }) => (
          <li key={id}>
            <ViewLink change={{ page: 'contribution', contribution: id }}>
              <span lang={lang}>{title}</span>
            </ViewLink>{' '}
            {publishedAt && <span class="soft small">{writeDay(publishedAt.slice(0, 10))}</span>}
          </li>
        ))}
      </ul>
      <p class="page-tools">
        <ViewLink change={{ page: 'stories', contribution: null }}>{words.value.pages.stories}</ViewLink>
        {mayTakePart() && (
          <ViewLink change={{ page: 'writing', contribution: null }}>{words.value.pages.writing}</ViewLink>
        )}
      </p>
    </section>
  );
}

function nameStep(template: string, version: number, key: string): string {
  const all = policy.data.value?.templates ?? [];
  const steps = all.find((each) => each.key === template && each.version === version)?.steps;
  const step = steps?.find((each) => each.key === key);
  return step ? translate(step.name) : key;
}

function Lists({ found }: { readonly found: StartBody }) {
  const { start: text, lists } = policyWords.value;
  const own = (sharedLists.data.value ?? []).filter(({ id }) => found.lists.includes(id));
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{text.lists}</h2>
      {own.length === 0 && <p>{text.noLists}</p>}
      <ListOfLists lists={own} />
      <p>
        <ViewLink change={{ page: 'shared-lists' }}>{lists.all}</ViewLink>
      </p>
    </section>
  );
}
