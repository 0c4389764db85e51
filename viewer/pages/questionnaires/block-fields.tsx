import { changeBlock, removeBlock } from '../../../geodata/questionnaire/editing/moving.ts';
import type { Block } from '../../../geodata/questionnaire/questionnaire.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { listBefore } from './answered.ts';
import { ConditionFields } from './condition-fields.tsx';
import { type Editing, mayChangeBlock } from './editing.ts';
import { KeyField } from './key-field.tsx';
import { WordingField } from './wording-field.tsx';

/** What stands above the questions of a page, who is asked it, and when. */
export function BlockFields({ editing, block }: { readonly editing: Editing; readonly block: Block }) {
  const { form, outline } = questionnaireWords.value;
  const all = editing.draft.value;
  const isDisabled = !mayChangeBlock(editing, block);
  const change = (part: Partial<Block>) =>
    editing.change((draft) => changeBlock(draft, block.key, (own) => ({ ...own, ...part })));
  const parts = { editing, isDisabled };
  return (
    <>
      {isDisabled && editing.isOpen && <p class="page-note">{form.notYours}</p>}
      <WordingField {...parts} label={form.title} value={block.title} change={(title) => change({ title })} />
      <WordingField
        {...parts}
        label={form.about}
        value={block.about ?? {}}
        change={(about) =>
          change({ about: Object.values(about).some(Boolean) ? { nl: '', ...about } : null })
        }
        isLong
      />
      <div class="fields-row">
        <fieldset class="plain" disabled={!editing.mayChangeCommon}>
          <ChoiceField
            label={form.askedIn}
            value={block.municipality ?? ''}
            options={[['', form.everywhere], ...listMunicipalities(block)]}
            change={(code) => change({ municipality: code === '' ? null : code })}
          />
        </fieldset>
        <KeyField
          value={block.key}
          taken={all.blocks.map(({ key }) => key).filter((key) => key !== block.key)}
          isDisabled={isDisabled}
          rename={(key) => {
            change({ key });
            editing.chosen.value = { kind: 'block', key };
          }}
        />
      </div>
      <ConditionFields
        questionnaire={all}
        before={listBefore(all, { block: block.key })}
        value={block.askedIf}
        change={(askedIf) => change({ askedIf })}
        isDisabled={isDisabled}
      />
      {!isDisabled && (
        <AskButton
          label={outline.removeBlock}
          about={block.title.nl || block.key}
          act={() => {
            editing.chosen.value = { kind: 'whole' };
            editing.change((draft) => removeBlock(draft, block.key));
          }}
        />
      )}
    </>
  );
}

function listMunicipalities({ municipality }: Block): (readonly [string, string])[] {
  const names = municipalityNames.value;
  const known = [...names].map(([code, name]) => [code, name] as const);
  return municipality !== null && !names.has(municipality) ? [...known, [municipality, municipality]] : known;
}
