import { useSignal } from '@preact/signals';
import type { CycleStep, PolicyCycle } from '../../../../geodata/policy/cycle.ts';
import type { PolicyStep } from '../../../../geodata/policy/template.ts';
import { CheckField, Field, LinesField } from '../../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../../parts/form/shared-form.tsx';
import { session } from '../../../state/account.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { KeptField } from '../kept-field.tsx';
import { changeCycle } from '../policy.ts';
import { StateField } from '../state-field.tsx';

interface StepFormProps {
  readonly cycle: PolicyCycle;
  readonly step: PolicyStep;
  /** As it is now: newer than what is written, where somebody else was first. */
  readonly said: CycleStep;
  readonly close: () => void;
}

/** What is said of a step, to be changed. */
export function StepForm({ cycle, step, said, close }: StepFormProps) {
  const text = policyWords.value;
  const own = session.value?.person?.id ?? null;
  const draft = useSignal({
    state: said.state,
    owner: said.owner,
    isMine: own !== null && said.account?.id === own,
    due: said.due ?? '',
    title: said.document.title,
    url: said.document.url ?? '',
    kept: said.document.id,
    decision: said.decision,
    decidedOn: said.decidedOn ?? '',
  });
  const wasMine = useSignal(draft.value.isMine);
  const writing = useWriting(close);
  const set =
    <Key extends keyof typeof draft.value>(key: Key) =>
    (value: (typeof draft.value)[Key]) => {
      draft.value = { ...draft.value, [key]: value };
    };
  const { state, owner, isMine, due, title, url, kept, decision, decidedOn } = draft.value;
  const submit = () =>
    changeCycle(`${cycle.id}/steps/${step.key}`, {
      state,
      owner,
      isMine: isMine === wasMine.value ? null : isMine,
      due: due || null,
      document: { title, url: url.trim() || null, id: kept },
      decision,
      decidedOn: decidedOn || null,
      version: said.version,
    });
  const { cycle: names } = text;
  return (
    <SharedForm
      label={text.forms.editOf(translate(step.name))}
      writing={writing}
      submit={submit}
      cancel={close}
      theirs={[
        [names.state, text.states[said.state]],
        [names.owner, said.owner],
        [names.due, said.due ?? ''],
        [names.documentTitle, said.document.title],
        [names.documentUrl, said.document.url ?? ''],
        [names.decision, said.decision],
        [names.decidedOn, said.decidedOn ?? ''],
      ]}
    >
      <StateField value={state} change={set('state')} />
      <Field label={names.due} type="date" value={due} change={set('due')} />
      <Field label={names.owner} hint={names.ownerHint} value={owner} change={set('owner')} isNext />
      <CheckField label={names.mine} value={isMine} change={set('isMine')} />
      <Field label={names.documentTitle} value={title} change={set('title')} />
      <Field label={names.documentUrl} hint={text.forms.optional} value={url} change={set('url')} />
      <KeptField
        kind="document"
        municipality={cycle.municipality}
        label={text.forms.keptDocument}
        value={kept}
        change={(id, name) => {
          draft.value = { ...draft.value, kept: id, title: name || draft.value.title };
        }}
      />
      <LinesField label={names.decision} value={decision} change={set('decision')} />
      <Field label={names.decidedOn} type="date" value={decidedOn} change={set('decidedOn')} />
    </SharedForm>
  );
}
