import type { AnswerForm } from '../../../geodata/questionnaire/questionnaire.ts';
import { CheckField } from '../../parts/form/field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { NumberField } from './number-field.tsx';
import { OptionRows } from './option-rows.tsx';
import { WordingField } from './wording-field.tsx';

interface FormFieldsProps {
  readonly editing: Editing;
  readonly value: AnswerForm;
  readonly change: (value: AnswerForm) => void;
  readonly isDisabled: boolean;
}

/** What is asked for beside the words: answers to choose from, the ends of a scale, the bounds of a number. */
export function FormFields({ editing, value, change, isDisabled }: FormFieldsProps) {
  const { form } = questionnaireWords.value;
  return (
    <fieldset class="fields" disabled={isDisabled}>
      <legend>{form.answers}</legend>
      <Fields {...{ editing, value, change, isDisabled }} />
    </fieldset>
  );
}

function Fields({ editing, value, change, isDisabled }: FormFieldsProps) {
  const { form } = questionnaireWords.value;
  switch (value.kind) {
    case 'choice':
      return (
        <OptionRows
          {...{ editing, isDisabled }}
          options={value.options}
          change={(options) => change({ ...value, options })}
        />
      );
    case 'several':
      return (
        <>
          <OptionRows
            {...{ editing, isDisabled }}
            options={value.options}
            change={(options) => change({ ...value, options })}
          />
          <NumberField
            label={form.most}
            hint={form.mostHint}
            value={value.most ?? 0}
            least={0}
            most={value.options.length}
            change={(most) => change({ ...value, most: most === 0 ? null : most })}
          />
        </>
      );
    case 'grid':
      return (
        <>
          <OptionRows
            {...{ editing, isDisabled }}
            isRow
            options={value.rows.map((row) => ({ ...row, isMissing: false }))}
            change={(rows) => change({ ...value, rows: rows.map(({ key, text }) => ({ key, text })) })}
          />
          <OptionRows
            {...{ editing, isDisabled }}
            options={value.options}
            change={(options) => change({ ...value, options })}
          />
        </>
      );
    case 'scale':
      return (
        <>
          <div class="fields-row">
            <NumberField
              label={form.from}
              value={value.from}
              most={value.to - 1}
              change={(from) => change({ ...value, from })}
            />
            <NumberField
              label={form.to}
              value={value.to}
              least={value.from + 1}
              change={(to) => change({ ...value, to })}
            />
          </div>
          <WordingField
            {...{ editing, isDisabled }}
            label={form.lowest}
            value={value.lowest}
            change={(lowest) => change({ ...value, lowest })}
          />
          <WordingField
            {...{ editing, isDisabled }}
            label={form.highest}
            value={value.highest}
            change={(highest) => change({ ...value, highest })}
          />
          <CheckField
            label={form.offersNone}
            value={value.offersNone}
            change={(offersNone) => change({ ...value, offersNone })}
          />
        </>
      );
    case 'number':
      return (
        <div class="fields-row">
          <NumberField
            label={form.leastNumber}
            value={value.least}
            most={value.most}
            change={(least) => change({ ...value, least })}
          />
          <NumberField
            label={form.mostNumber}
            value={value.most}
            least={value.least}
            change={(most) => change({ ...value, most })}
          />
        </div>
      );
    case 'text':
      return (
        <NumberField
          label={form.longest}
          hint={form.longestHint}
          value={value.longest}
          least={1}
          most={4000}
          change={(longest) => change({ ...value, longest })}
        />
      );
  }
}
