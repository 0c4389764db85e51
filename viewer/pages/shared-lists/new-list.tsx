import { useSignal } from '@preact/signals';
import {
  type ListVisibility,
  mostShared,
  type ProblemDirection,
  problemDirections,
} from '../../../geodata/policy/shared-list.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { SharedForm, useWriting } from '../../parts/form/shared-form.tsx';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { isSignedIn, mayTakePart } from '../../state/account.ts';
import { changeView } from '../../state/link/view.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { ListFields } from './list-fields.tsx';
import { writeProblem } from './problem-text.ts';
import { changeList } from './shared-lists.ts';

interface NewListProps {
  readonly indicator: string;
  readonly period: string;
  /** The areas by what is wrong there; where both have some, people choose. */
  readonly areas: Readonly<Record<ProblemDirection, readonly string[]>>;
}

/** Makes a shared list of some areas, for who works with others. */
export function NewList({ indicator, period, areas }: NewListProps) {
  const { lists } = policyWords.value;
  const offered = problemDirections.filter((direction) => areas[direction].length > 0);
  const direction = useSignal<ProblemDirection>(offered[0] ?? 'higher');
  const [title, about] = [useSignal(''), useSignal('')];
  const visibility = useSignal<ListVisibility>('partner');
  const number = useSignal(crypto.randomUUID());
  const writing = useWriting(() => changeView({ page: 'shared-list', list: number.value }));
  if (!mayTakePart())
    return isSignedIn() ? null : (
      <p class="page-tools">
        <span>{lists.signIn}</span> <SignInLink />
      </p>
    );
  if (offered.length === 0) return <p class="page-note">{lists.noAreas}</p>;
  const chosen = areas[direction.value].slice(0, mostShared);
  const submit = () =>
    changeList(number.value, {
      title: title.value,
      about: about.value,
      indicator,
      direction: direction.value,
      period,
      visibility: visibility.value,
      areas: chosen,
      version: 0,
    });
  return (
    <>
      <p>
        {lists.makeIntro} {writeProblem({ indicator, direction: direction.value, period })}
      </p>
      {areas[direction.value].length > mostShared && <p class="page-note">{lists.tooMany(mostShared)}</p>}
      <SharedForm label={lists.make} button={lists.makeButton} writing={writing} submit={submit}>
        <ListFields {...{ title, about, visibility }} hint={lists.titleHint}>
          <ChoiceField
            label={lists.which}
            value={direction.value}
            options={offered.map(
              (each) => [each, lists.choose(lists.directions[each], areas[each].length)] as const,
            )}
            change={(value) => {
              direction.value = value;
            }}
          />
        </ListFields>
      </SharedForm>
    </>
  );
}
