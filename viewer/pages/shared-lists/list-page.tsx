import { useSignal } from '@preact/signals';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { SharedForm, useWriting } from '../../parts/form/shared-form.tsx';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { isAdministrator, mayTakePart, session } from '../../state/account.ts';
import { shown } from '../../state/catalog.ts';
import { changeView, viewParts } from '../../state/link/view.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { AreasSection } from './areas-section.tsx';
import { ListFields } from './list-fields.tsx';
import { NewList } from './new-list.tsx';
import { writeProblem } from './problem-text.ts';
import { changeList, countMunicipalities, sharedList, sharedLists } from './shared-lists.ts';
import { StoriesSection } from './stories-section.tsx';
import { TogetherLinks } from './together-links.tsx';
import '../page.css';
import './shared-lists.css';

/** One list: the problem, its areas with who does what, their figures together, and who joined; or a new one of the selection. */
export function SharedListPage() {
  const { lists } = policyWords.value;
  if (viewParts.list.value === null) return <OfSelection />;
  if (!sharedLists.data.value) return <Waiting />;
  const list = sharedList.value;
  if (!list)
    return (
      <>
        <p class="page-note">{lists.unknown}</p>
        <p>
          <SignInLink />
        </p>
      </>
    );
  return (
    <>
      <p class="page-tools">
        <ViewLink change={{ page: 'shared-lists', list: null }}>{lists.all}</ViewLink>
      </p>
      <h2 class="list-title">{list.title}</h2>
      <p class="page-subject">{writeProblem(list)}</p>
      {list.about && <p>{list.about}</p>}
      <p class="soft">
        {lists.count(list.areas.length, countMunicipalities(list))}. {lists.made} {writeDay(list.createdOn)}.{' '}
        {policyWords.value.cycle.visibleTo(lists.visibilities[list.visibility])}
      </p>
      <TogetherLinks list={list} />
      <AreasSection list={list} canChange={isMember(list) || isAdministrator()} />
      <StoriesSection />
      <Members list={list} />
      {(isMember(list) || isAdministrator()) && <ListSettings key={list.id} list={list} />}
    </>
  );
}

/** Whether who is signed in joined. */
function isMember({ members }: SharedList): boolean {
  const own = session.value?.person?.id;
  return own !== undefined && members.some(({ account }) => account?.id === own);
}

/** A new list of the areas that are selected, on the figure of the map. */
function OfSelection() {
  const { lists } = policyWords.value;
  const view = shown.value;
  if (!view) return <Waiting />;
  const { selection } = viewParts;
  if (selection.value.length === 0) return <p class="page-note">{lists.noAreas}</p>;
  return (
    <section aria-labelledby="make">
      <h2 id="make">{lists.make}</h2>
      <NewList
        indicator={view.indicator}
        period={view.period}
        areas={{ higher: selection.value, lower: selection.value }}
      />
    </section>
  );
}

function Members({ list }: { readonly list: SharedList }) {
  const { lists } = policyWords.value;
  const writing = useWriting(() => undefined);
  const change = (isIn: boolean) => () =>
    void writing.write(() => changeList(`${list.id}/membership`, { isMember: isIn }));
  return (
    <section aria-labelledby="members">
      <h2 id="members">{lists.members}</h2>
      {list.members.length === 0 && <p class="soft">{lists.noMembers}</p>}
      <ul class="list-members">
        {list.members.map(({ organisation, account, joinedOn }) => (
          <li key={`${organisation} ${account?.id}`}>
            {[account?.name, organisation].filter(Boolean).join(', ')}{' '}
            <span class="soft small">{lists.joinedOn(writeDay(joinedOn))}</span>
          </li>
        ))}
      </ul>
      {mayTakePart() && (
        <p class="for-writers">
          <button
            type="button"
            class={isMember(list) ? 'button' : 'button button-main'}
            disabled={writing.isBusy.value}
            onClick={change(!isMember(list))}
          >
            {isMember(list) ? lists.leave : lists.join}
          </button>{' '}
          {!isMember(list) && <span class="soft">{lists.joinFirst}</span>}
        </p>
      )}
    </section>
  );
}

function ListSettings({ list }: { readonly list: SharedList }) {
  const text = policyWords.value;
  const { lists, forms } = text;
  const [title, about] = [useSignal(list.title), useSignal(list.about)];
  const visibility = useSignal(list.visibility);
  const isOpen = useSignal(false);
  const writing = useWriting(() => {
    isOpen.value = false;
  });
  const body = () => {
    const { indicator, direction, period, version, areas } = list;
    const codes = areas.map(({ area }) => area);
    return {
      title: title.value,
      about: about.value,
      visibility: visibility.value,
      indicator,
      direction,
      period,
      version,
      areas: codes,
    };
  };
  const remove = () =>
    void writing.write(async () => {
      await changeList(list.id, { ...body(), remove: true });
      changeView({ page: 'shared-lists', list: null });
    });
  return (
    <details
      class="cycle-settings for-writers"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{forms.edit}</summary>
      <SharedForm
        label={forms.editOf(list.title)}
        writing={writing}
        submit={() => changeList(list.id, body())}
        theirs={[
          [lists.title, list.title],
          [lists.about, list.about],
          [forms.visibility, lists.visibilities[list.visibility]],
        ]}
      >
        <ListFields {...{ title, about, visibility }} />
      </SharedForm>
      <AskButton label={lists.removeList} about={list.title} act={remove} />
    </details>
  );
}
