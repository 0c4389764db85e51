import { useSignal } from '@preact/signals';
import type { PolicyAction } from '../../../../geodata/policy/cycle.ts';
import { Field } from '../../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../../parts/form/shared-form.tsx';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { changeCycle } from '../policy.ts';
import { StateField } from '../state-field.tsx';

interface ActionFormProps {
  /** Of its priority. */
  readonly path: string;
  /** As it is now; null for a new one. */
  readonly action: PolicyAction | null;
  readonly close: () => void;
}

/** What a partner does, to be written. */
export function ActionForm({ path, action, close }: ActionFormProps) {
  const text = policyWords.value;
  const number = useSignal(action?.id ?? crypto.randomUUID());
  const draft = useSignal({
    what: action?.what ?? '',
    organisation: action?.organisation ?? '',
    until: action?.until ?? '',
    state: action?.state ?? ('not-begun' as const),
  });
  const writing = useWriting(close);
  const set =
    <Key extends keyof typeof draft.value>(key: Key) =>
    (value: (typeof draft.value)[Key]) => {
      draft.value = { ...draft.value, [key]: value };
    };
  const { what, organisation, until, state } = draft.value;
  const { cycle: names } = text;
  return (
    <SharedForm
      label={action ? text.forms.editOf(action.what) : names.addAction}
      writing={writing}
      cancel={close}
      submit={() =>
        changeCycle(`${path}/actions/${number.value}`, {
          what,
          organisation,
          until: until || null,
          state,
          version: action?.version ?? 0,
        })
      }
      theirs={[
        [names.what, action?.what ?? ''],
        [names.organisation, action?.organisation ?? ''],
        [names.until, action?.until ?? ''],
        [names.state, action ? text.states[action.state] : ''],
      ]}
    >
      <Field label={names.what} value={what} change={set('what')} required isNext />
      <Field label={names.organisation} value={organisation} change={set('organisation')} required />
      <Field label={names.until} type="date" value={until} change={set('until')} />
      <StateField value={state} change={set('state')} />
    </SharedForm>
  );
}
