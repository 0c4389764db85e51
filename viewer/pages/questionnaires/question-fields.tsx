import { changeFormKind, formKinds } from '../../../geodata/questionnaire/editing/beginning.ts';
import { changeQuestion, removeQuestion } from '../../../geodata/questionnaire/editing/moving.ts';
import { listQuestionKeys, renameQuestion } from '../../../geodata/questionnaire/editing/naming.ts';
import type { Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { CheckField } from '../../parts/form/field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { listBefore } from './answered.ts';
import { ConditionFields } from './condition-fields.tsx';
import { type Editing, findBlockOf, mayChangeBlock } from './editing.ts';
import { FormFields } from './form-fields.tsx';
import { KeyField } from './key-field.tsx';
import { MadeOf } from './made-of.tsx';
import { NationalFields } from './national-fields.tsx';
import { WordingField } from './wording-field.tsx';

/** All that is asked in one question: its words, its answers, when it is asked, and what it is compared with. */
export function QuestionFields({
  editing,
  question,
}: {
  readonly editing: Editing;
  readonly question: Question;
}) {
  const { form, outline } = questionnaireWords.value;
  const all = editing.draft.value;
  const block = findBlockOf(all, question.key);
  const isDisabled = !block || !mayChangeBlock(editing, block);
  const change = (part: Partial<Question>) =>
    editing.change((draft) => changeQuestion(draft, question.key, (own) => ({ ...own, ...part })));
  const parts = { editing, isDisabled };
  return (
    <>
      <WordingField
        {...parts}
        label={form.question}
        value={question.text}
        change={(text) => change({ text })}
        isLong
      />
      <WordingField
        {...parts}
        label={form.help}
        hint={form.helpHint}
        value={question.help ?? {}}
        change={(help) => change({ help: Object.values(help).some(Boolean) ? { nl: '', ...help } : null })}
      />
      <div class="fields-row">
        <fieldset class="plain" disabled={isDisabled}>
          <ChoiceField
            label={form.kind}
            value={question.form.kind}
            options={formKinds.map((kind) => [kind, form.kinds[kind]])}
            change={(kind) => change({ form: changeFormKind(question.form, kind) })}
          />
        </fieldset>
        <KeyField
          value={question.key}
          taken={listQuestionKeys(all).filter((key) => key !== question.key)}
          isDisabled={isDisabled}
          rename={(key) => {
            editing.change((draft) => renameQuestion(draft, question.key, key));
            editing.chosen.value = { kind: 'question', key };
          }}
        />
      </div>
      <fieldset class="plain" disabled={isDisabled}>
        <CheckField
          label={form.required}
          hint={form.requiredHint}
          value={question.isRequired}
          change={(isRequired) => change({ isRequired })}
        />
      </fieldset>
      <FormFields {...parts} value={question.form} change={(next) => change({ form: next })} />
      <ConditionFields
        questionnaire={all}
        before={listBefore(all, { question: question.key })}
        value={question.askedIf}
        change={(askedIf) => change({ askedIf })}
        isDisabled={isDisabled}
      />
      <NationalFields
        value={question.national}
        change={(national) => change({ national })}
        isDisabled={isDisabled}
      />
      <MadeOf editing={editing} question={question} />
      {!isDisabled && (
        <AskButton
          label={outline.removeQuestion}
          about={question.text.nl || question.key}
          act={() => {
            editing.chosen.value = block ? { kind: 'block', key: block.key } : { kind: 'whole' };
            editing.change((draft) => removeQuestion(draft, question.key));
          }}
        />
      )}
    </>
  );
}
