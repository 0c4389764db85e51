import { useSignal } from '@preact/signals';
import { checkQuestionnaire } from '../../../geodata/questionnaire/checks.ts';
import type { Finding } from '../../../geodata/questionnaire/finding.ts';
import type { QuestionnaireBody } from '../../data/contract.ts';
import { readQuestionnaire } from '../../data/questionnaires.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { viewParts } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { ChecksSection } from './checks-section.tsx';
import { ChosenPart } from './chosen-part.tsx';
import { DifferenceSection } from './difference-section.tsx';
import { DraftBar, SaveBar } from './draft-bar.tsx';
import { useEditing } from './editing.ts';
import { Outline } from './outline.tsx';
import { PreviewSection } from './preview-section.tsx';
import { useReading } from './reading.ts';
import { RefusedPage } from './refused-page.tsx';
import { useSaving } from './saving.ts';
import '../page.css';
import './questionnaires.css';

/** One version of a questionnaire: its questions, how it looks, what is wrong with it, and what is different from before. */
export function QuestionnairePage() {
  const name = viewParts.questionnaire.value;
  return name === null ? <ToAll /> : <OfName key={name} name={name} />;
}

function ToAll() {
  const { list } = questionnaireWords.value;
  return (
    <p class="page-tools">
      <ViewLink change={{ page: 'questionnaires', questionnaire: null }}>{list.all}</ViewLink>
    </p>
  );
}

function OfName({ name }: { readonly name: string }) {
  const { data, refusal, read } = useReading(() => readQuestionnaire(name));
  if (refusal.value)
    return (
      <>
        <ToAll />
        <RefusedPage {...refusal.value} />
      </>
    );
  const kept = data.value;
  // A version that was fixed meanwhile is another page: nothing of it can be changed.
  return kept ? <Version key={String(kept.isFixed)} kept={kept} read={read} /> : <Waiting />;
}

const parts = ['write', 'preview', 'checks', 'difference'] as const;
type Part = (typeof parts)[number];

interface VersionProps {
  readonly kept: QuestionnaireBody;
  readonly read: () => Promise<void>;
}

function Version({ kept, read }: VersionProps) {
  const words = questionnaireWords.value;
  const editing = useEditing(kept);
  const saving = useSaving(editing);
  const part = useSignal<Part>('write');
  const { draft } = editing;
  const findings = checkQuestionnaire(draft.value);
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const [faults, warnings] = [count('error'), count('warning')];
  return (
    <>
      <ToAll />
      <h2 class="questionnaire-title">
        {words.list.of(draft.value.name.nl || draft.value.key, draft.value.version)}
      </h2>
      <DraftBar {...{ kept, editing, saving, read, faults, warnings }} />
      <p class="hidden-text" role="status">
        {editing.told.value}
      </p>
      <div class="questionnaire-parts" role="group" aria-label={words.parts.label}>
        {parts.map((one) => (
          <button
            key={one}
            type="button"
            class="button"
            aria-pressed={part.value === one}
            onClick={() => {
              part.value = one;
            }}
          >
            {words.parts[one]}
            {one === 'checks' && faults > 0 && <span class="status">{faults}</span>}
          </button>
        ))}
      </div>
      {part.value === 'write' && (
        <div class="questionnaire-editor">
          <Outline editing={editing} />
          <ChosenPart editing={editing} />
        </div>
      )}
      {part.value === 'preview' && <PreviewSection editing={editing} />}
      {part.value === 'checks' && (
        <ChecksSection
          editing={editing}
          show={(place) => {
            editing.chosen.value = place;
            part.value = 'write';
          }}
        />
      )}
      {part.value === 'difference' && <DifferenceSection kept={kept} editing={editing} />}
      {editing.isOpen && <SaveBar editing={editing} saving={saving} />}
    </>
  );
}
