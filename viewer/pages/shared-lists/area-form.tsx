import { useSignal } from '@preact/signals';
import type { SharedArea, SharedList } from '../../../geodata/policy/shared-list.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { CheckField, Field, LinesField } from '../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../parts/form/shared-form.tsx';
import { session } from '../../state/account.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { KeptField } from '../policy/kept-field.tsx';
import { changeList } from './shared-lists.ts';

interface AreaFormProps {
  readonly list: SharedList;
  /** As it is now: newer than what is written, where somebody else was first. */
  readonly area: SharedArea;
  readonly close: () => void;
}

/** Who does what in an area of a list, to be changed. */
export function AreaForm({ list, area, close }: AreaFormProps) {
  const { lists, cycle, forms } = policyWords.value;
  const own = session.value?.person?.id ?? null;
  const wasMine = own !== null && area.account?.id === own;
  const draft = useSignal({
    owner: area.owner,
    isMine: wasMine,
    practice: area.practice.title,
    note: area.note,
    kept: area.practice.id,
  });
  const writing = useWriting(close);
  const set =
    <Key extends keyof typeof draft.value>(key: Key) =>
    (value: (typeof draft.value)[Key]) => {
      draft.value = { ...draft.value, [key]: value };
    };
  const { owner, isMine, practice, note, kept } = draft.value;
  const path = `${list.id}/areas/${area.area}`;
  const body = () => ({
    owner,
    isMine: isMine === wasMine ? null : isMine,
    practice: { title: practice, id: kept },
    note,
    version: area.version,
  });
  return (
    <>
      <SharedForm
        label={forms.editOf(area.name)}
        writing={writing}
        submit={() => changeList(path, body())}
        cancel={close}
        theirs={[
          [lists.owner, area.owner],
          [lists.practice, area.practice.title],
          [lists.note, area.note],
        ]}
      >
        <Field label={lists.owner} hint={cycle.ownerHint} value={owner} change={set('owner')} isNext />
        <CheckField label={cycle.mine} value={isMine} change={set('isMine')} />
        <Field label={lists.practice} hint={lists.practiceHint} value={practice} change={set('practice')} />
        <KeptField
          kind="practice"
          municipality={null}
          label={forms.keptPractice}
          value={kept}
          change={(id, name) => {
            draft.value = { ...draft.value, kept: id, practice: name || draft.value.practice };
          }}
        />
        <LinesField label={lists.note} value={note} change={set('note')} />
      </SharedForm>
      <p class="for-writers">
        <AskButton
          label={forms.remove}
          about={area.name}
          act={() => void writing.write(() => changeList(path, { ...body(), remove: true }))}
        />
      </p>
    </>
  );
}
