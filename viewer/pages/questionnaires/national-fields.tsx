import type { Question } from '../../../geodata/questionnaire/questionnaire.ts';
import { CheckField, Field } from '../../parts/form/field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';

interface NationalFieldsProps {
  readonly value: Question['national'];
  readonly change: (value: Question['national']) => void;
  readonly isDisabled: boolean;
}

/** The question of the Veiligheidsmonitor that asks the same: whether figures compare is known before anybody answers. */
export function NationalFields({ value, change, isDisabled }: NationalFieldsProps) {
  const { national: text } = questionnaireWords.value;
  return (
    <fieldset class="fields" disabled={isDisabled}>
      <legend>{text.legend}</legend>
      <Field
        label={text.key}
        hint={text.keyHint}
        value={value?.key ?? ''}
        change={(key) =>
          change(key.trim() === '' ? null : { isSame: value?.isSame ?? false, key: key.trim() })
        }
      />
      {value && (
        <CheckField
          label={text.same}
          value={value.isSame}
          change={(isSame) => change({ ...value, isSame })}
        />
      )}
      <p class="soft small">{value === null ? text.none : value.isSame ? text.compares : text.differs}</p>
    </fieldset>
  );
}
