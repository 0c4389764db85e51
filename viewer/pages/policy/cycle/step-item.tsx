import { useSignal } from '@preact/signals';
import { type CycleStep, findStep, isOverdue, type PolicyCycle } from '../../../../geodata/policy/cycle.ts';
import type { PolicyStep } from '../../../../geodata/policy/template.ts';
import { ViewLink } from '../../../parts/view-link.tsx';
import { mayEdit } from '../../../state/account.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { findToday, writeDay } from '../../../state/screen/times.ts';
import { translate } from '../../../state/screen/words.ts';
import { StateMark } from '../state-mark.tsx';
import { StepForm } from './step-form.tsx';

interface StepProps {
  readonly cycle: PolicyCycle;
  readonly step: PolicyStep;
}

/** A step: what it is, how far, who has it, by when, what lies on the table, and what was decided. */
export function StepItem({ cycle, step }: StepProps) {
  const { forms } = policyWords.value;
  const isOpen = useSignal(false);
  const said = findStep(cycle, step.key);
  const name = translate(step.name);
  return (
    <li>
      <div class="cycle-step-head">
        <h4>{name}</h4>
        <StateMark state={said.state} />
        <Due said={said} />
        {mayEdit(cycle.municipality) && !isOpen.value && (
          <button
            type="button"
            class="button for-writers"
            aria-label={forms.editOf(name)}
            onClick={() => {
              isOpen.value = true;
            }}
          >
            {forms.edit}
          </button>
        )}
      </div>
      <p class="soft">{translate(step.about)}</p>
      {isOpen.value ? (
        <StepForm
          cycle={cycle}
          step={step}
          said={said}
          close={() => {
            isOpen.value = false;
          }}
        />
      ) : (
        <Facts step={step} said={said} />
      )}
    </li>
  );
}

function Due({ said }: { readonly said: CycleStep }) {
  const { cycle, matrix } = policyWords.value;
  if (!said.due || said.state === 'not-applicable') return null;
  const day = writeDay(said.due);
  if (isOverdue(said, findToday()))
    return (
      <span class="overdue-mark">
        ▲ {matrix.overdue}: {day}
      </span>
    );
  return (
    <span class="soft">
      {cycle.due} {day}
    </span>
  );
}

function Facts({ step, said }: { readonly step: PolicyStep; readonly said: CycleStep }) {
  const { cycle: text } = policyWords.value;
  const { owner, account, document, decision, decidedOn } = said;
  const decided = [decision, decidedOn && writeDay(decidedOn)].filter(Boolean).join(', ');
  const hasDocument = document.title !== '' || document.url !== null || document.id !== null;
  return (
    <dl class="cycle-facts">
      {(owner || account) && (
        <Fact name={text.owner}>
          {[owner, account && `${text.inHands} ${account.name}`].filter(Boolean).join('. ')}
        </Fact>
      )}
      {hasDocument ? (
        <Fact name={text.document}>
          <Paper document={document} />
        </Fact>
      ) : (
        step.documents.length > 0 && (
          <Fact name={text.expected}>{step.documents.map(translate).join(', ')}</Fact>
        )
      )}
      {decided ? (
        <Fact name={text.decision}>{decided}</Fact>
      ) : (
        step.decidedBy && <Fact name={text.decidedBy}>{translate(step.decidedBy)}</Fact>
      )}
    </dl>
  );
}

/** What lies on the table: kept here, elsewhere, or only named. */
function Paper({ document: { id, url, title } }: Pick<CycleStep, 'document'>) {
  const { cycle } = policyWords.value;
  if (id !== null)
    return <ViewLink change={{ page: 'contribution', contribution: id }}>{title || cycle.document}</ViewLink>;
  if (url === null) return <>{title}</>;
  return (
    <a href={url} rel="noopener noreferrer nofollow">
      {title || url}
    </a>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
