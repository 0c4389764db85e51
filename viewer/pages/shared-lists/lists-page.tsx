import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { isSignedIn } from '../../state/account.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { writeProblem } from './problem-text.ts';
import { countMunicipalities, sharedLists } from './shared-lists.ts';
import '../page.css';
import './shared-lists.css';

/** All lists of areas that are tackled together, the newest first. */
export function SharedListsPage() {
  const { lists } = policyWords.value;
  const found = sharedLists.data.value;
  if (!found) return <Waiting />;
  return (
    <>
      <p class="page-intro">{lists.intro}</p>
      {!isSignedIn() && (
        <p class="page-tools">
          <span>{lists.signIn}</span> <SignInLink />
        </p>
      )}
      <p>
        {lists.begin} <ViewLink change={{ page: 'differences' }}>{lists.toDifferences}</ViewLink>
      </p>
      {found.length === 0 && <p class="page-note">{lists.none}</p>}
      <ListOfLists lists={found} />
    </>
  );
}

/** Some lists, each with its problem and how many work on it. */
export function ListOfLists({ lists: all }: { readonly lists: readonly SharedList[] }) {
  const { lists } = policyWords.value;
  return (
    <ul class="list-of-lists">
      {all.map((list) => (
        <li key={list.id}>
          <h2 class="list-title">
            <ViewLink change={{ page: 'shared-list', list: list.id }}>{list.title}</ViewLink>
          </h2>
          <p>{writeProblem(list)}</p>
          <p class="soft">
            {lists.count(list.areas.length, countMunicipalities(list))}
            {list.members.length > 0 &&
              ` · ${list.members.map(({ organisation }) => organisation).join(', ')}`}{' '}
            · {lists.made} {writeDay(list.createdOn)}
          </p>
        </li>
      ))}
    </ul>
  );
}
