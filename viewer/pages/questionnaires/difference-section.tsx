import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import type { QuestionnaireBody } from '../../data/contract.ts';
import { readQuestionnaire } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { DifferenceList } from './difference-list.tsx';
import type { Editing } from './editing.ts';
import { useSending } from './sending.ts';

interface DifferenceSectionProps {
  readonly kept: QuestionnaireBody;
  readonly editing: Editing;
}

/** What is different from an earlier version, as it is written now. */
export function DifferenceSection({ kept, editing }: DifferenceSectionProps) {
  const { difference } = questionnaireWords.value;
  const { key, version } = kept.definition;
  const earlier = kept.versions.map((one) => one.version).filter((one) => one < version);
  const chosen = useSignal(earlier[0] ?? 0);
  const before = useSignal<Questionnaire | null>(null);
  const reading = useSending();
  useEffect(() => {
    if (chosen.value > 0)
      void reading.run(async () => {
        before.value = null;
        before.value = (await readQuestionnaire(`${key}.${chosen.value}`)).definition;
      });
  }, [chosen.value]);
  if (earlier.length === 0) return <p>{difference.one}</p>;
  return (
    <section aria-label={difference.intro}>
      <p>{difference.intro}</p>
      <div class="page-choices">
        <ChoiceField
          label={difference.with}
          value={String(chosen.value)}
          options={earlier.map((one) => [String(one), difference.version(one)])}
          change={(one) => {
            chosen.value = Number(one);
          }}
        />
      </div>
      <Refusal text={reading.problem.value} />
      {before.value && <DifferenceList before={before.value} after={editing.draft.value} />}
    </section>
  );
}
