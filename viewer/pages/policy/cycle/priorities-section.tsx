import { useSignal } from '@preact/signals';
import type { PolicyAction, PolicyCycle, PolicyPriority } from '../../../../geodata/policy/cycle.ts';
import { AskButton } from '../../../parts/form/ask-button.tsx';
import { useWriting } from '../../../parts/form/shared-form.tsx';
import { TableToRead } from '../../../parts/table/table-to-read.tsx';
import { mayEdit } from '../../../state/account.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { writeDay } from '../../../state/screen/times.ts';
import { changeCycle } from '../policy.ts';
import { StateMark } from '../state-mark.tsx';
import { ActionForm } from './action-form.tsx';
import { PriorityFigures } from './priority-figures.tsx';
import { PriorityForm } from './priority-form.tsx';

interface CycleProps {
  readonly cycle: PolicyCycle;
}

/** What a plan puts first: the figures that show it, what partners do for it, and what became of the figures. */
export function PrioritiesSection({ cycle }: CycleProps) {
  const { cycle: text } = policyWords.value;
  const isAdding = useSignal(false);
  const canEdit = mayEdit(cycle.municipality);
  return (
    <>
      <h3>{text.priorities}</h3>
      {cycle.priorities.length === 0 && <p class="soft">{text.noPriorities}</p>}
      {cycle.priorities.map((priority) => (
        <PriorityItem key={priority.id} cycle={cycle} priority={priority} />
      ))}
      {canEdit && (
        <Adding label={text.addPriority} isOpen={isAdding}>
          <PriorityForm
            cycle={cycle}
            priority={null}
            close={() => {
              isAdding.value = false;
            }}
          />
        </Adding>
      )}
    </>
  );
}

interface AddingProps {
  readonly label: string;
  readonly isOpen: { value: boolean };
  readonly children: preact.ComponentChildren;
}

/** A button that gives way to the form it opens. */
function Adding({ label, isOpen, children }: AddingProps) {
  if (isOpen.value) return <>{children}</>;
  return (
    <p class="priority-buttons for-writers">
      <button
        type="button"
        class="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {label}
      </button>
    </p>
  );
}

function PriorityItem({ cycle, priority }: CycleProps & { readonly priority: PolicyPriority }) {
  const { cycle: text, forms } = policyWords.value;
  const [isEditing, isAdding] = [useSignal(false), useSignal(false)];
  const writing = useWriting(() => undefined);
  const canEdit = mayEdit(cycle.municipality);
  const path = `${cycle.id}/priorities/${priority.id}`;
  const { title, about, indicators, version } = priority;
  const close = (part: { value: boolean }) => () => {
    part.value = false;
  };
  if (isEditing.value) return <PriorityForm cycle={cycle} priority={priority} close={close(isEditing)} />;
  return (
    <article class="priority">
      <h4>{title}</h4>
      {about && <p>{about}</p>}
      {indicators.length > 0 && <PriorityFigures cycle={cycle} priority={priority} />}
      <h5>{text.actions}</h5>
      {priority.actions.length > 0 && <ActionTable cycle={cycle} priority={priority} />}
      {canEdit && (
        <Adding label={text.addAction} isOpen={isAdding}>
          <ActionForm path={path} action={null} close={close(isAdding)} />
        </Adding>
      )}
      {canEdit && (
        <p class="priority-buttons for-writers">
          <button
            type="button"
            class="button"
            aria-label={forms.editOf(title)}
            onClick={() => {
              isEditing.value = true;
            }}
          >
            {forms.edit}
          </button>
          <AskButton
            label={forms.remove}
            about={title}
            act={() =>
              void writing.write(() => changeCycle(path, { title, about, indicators, version, remove: true }))
            }
          />
        </p>
      )}
    </article>
  );
}

function ActionTable({ cycle, priority }: CycleProps & { readonly priority: PolicyPriority }) {
  const { cycle: text } = policyWords.value;
  const edited = useSignal<string | null>(null);
  const canEdit = mayEdit(cycle.municipality);
  const path = `${cycle.id}/priorities/${priority.id}`;
  const label = `${text.actions}: ${priority.title}, ${cycle.fromYear}–${cycle.toYear}`;
  const open = priority.actions.find(({ id }) => id === edited.value);
  return (
    <>
      <TableToRead label={label}>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.organisation}</th>
            <th scope="col">{text.until}</th>
            <th scope="col">{text.state}</th>
            {canEdit && <td class="for-writers" />}
          </tr>
        </thead>
        <tbody>
          {priority.actions.map((action) => (
            <tr key={action.id}>
              <th scope="row">{action.what}</th>
              <td>{action.organisation}</td>
              <td>{action.until && writeDay(action.until)}</td>
              <td>
                <StateMark state={action.state} />
              </td>
              {canEdit && <ActionButtons path={path} action={action} edited={edited} />}
            </tr>
          ))}
        </tbody>
      </TableToRead>
      {open && (
        <ActionForm
          key={open.id}
          path={path}
          action={open}
          close={() => {
            edited.value = null;
          }}
        />
      )}
    </>
  );
}

function ActionButtons({
  path,
  action,
  edited,
}: {
  readonly path: string;
  readonly action: PolicyAction;
  readonly edited: { value: string | null };
}) {
  const { forms } = policyWords.value;
  const writing = useWriting(() => undefined);
  const { id, ...body } = action;
  return (
    <td class="for-writers">
      <span class="priority-buttons">
        <button
          type="button"
          class="button"
          aria-label={forms.editOf(action.what)}
          onClick={() => {
            edited.value = id;
          }}
        >
          {forms.edit}
        </button>
        <AskButton
          label={forms.remove}
          about={action.what}
          act={() =>
            void writing.write(() => changeCycle(`${path}/actions/${id}`, { ...body, remove: true }))
          }
        />
      </span>
    </td>
  );
}
