import { polarities } from '../../../geodata/indicator.ts';
import { listMeasured } from '../../../geodata/questionnaire/ownership.ts';
import type { MeasuredIndicator } from '../../../geodata/questionnaire/questionnaire.ts';
import { themes } from '../../../geodata/theme.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Field } from '../../parts/form/field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { translate } from '../../state/screen/words.ts';
import { type Editing, findBlockOf, mayChangeBlock } from './editing.ts';
import { KeyField } from './key-field.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { NumberField } from './number-field.tsx';

interface IndicatorFieldsProps {
  readonly editing: Editing;
  readonly indicator: MeasuredIndicator;
}

/** What is measured: its name on the map, where it stands there, and how it is made of the answers. */
export function IndicatorFields({ editing, indicator }: IndicatorFieldsProps) {
  const { measure: text, outline } = questionnaireWords.value;
  const all = editing.draft.value;
  const isDisabled = !mayChangeIndicator(editing, indicator);
  const change = (part: Partial<MeasuredIndicator>) =>
    editing.change((draft) => ({
      ...draft,
      indicators: draft.indicators.map((one) => (one.key === indicator.key ? { ...one, ...part } : one)),
    }));
  return (
    <>
      <fieldset class="plain" disabled={isDisabled}>
        <Field
          label={text.nameNl}
          value={indicator.name.nl}
          change={(nl) => change({ name: { ...indicator.name, nl } })}
        />
        <Field
          label={text.nameEn}
          value={indicator.name.en}
          change={(en) => change({ name: { ...indicator.name, en } })}
        />
        <div class="fields-row">
          <ChoiceField
            label={text.theme}
            value={indicator.theme}
            options={themes.map((theme) => [
              theme.key,
              `${theme.parent ? '– ' : ''}${translate(theme.name)}`,
            ])}
            change={(theme) => change({ theme })}
          />
          <ChoiceField
            label={text.polarity}
            value={indicator.polarity}
            options={polarities.map((one) => [one, text.polarities[one]])}
            change={(polarity) => change({ polarity })}
          />
          <NumberField
            label={text.decimals}
            value={indicator.decimals}
            least={0}
            most={3}
            change={(decimals) => change({ decimals })}
          />
        </div>
      </fieldset>
      <KeyField
        value={indicator.key}
        taken={all.indicators.map(({ key }) => key).filter((key) => key !== indicator.key)}
        isDisabled={isDisabled}
        isForLinks
        rename={(key) => {
          change({ key });
          editing.chosen.value = { kind: 'indicator', key };
        }}
      />
      <MeasureFields
        questionnaire={all}
        value={indicator.measure}
        change={(measure) => change({ measure })}
        isDisabled={isDisabled}
      />
      {!isDisabled && (
        <AskButton
          label={outline.removeIndicator}
          about={translate(indicator.name) || indicator.key}
          act={() => {
            editing.chosen.value = { kind: 'whole' };
            editing.change((draft) => ({
              ...draft,
              indicators: draft.indicators.filter(({ key }) => key !== indicator.key),
            }));
          }}
        />
      )}
    </>
  );
}

/** An editor changes what is made of his own questions alone. */
function mayChangeIndicator(editing: Editing, { measure }: MeasuredIndicator): boolean {
  if (editing.own === null) return editing.isOpen;
  const blocks = listMeasured(measure).map((key) => findBlockOf(editing.draft.value, key));
  return blocks.every((block) => block !== undefined && mayChangeBlock(editing, block));
}
