import type { Doing } from '../../../geodata/comparing/outcome.ts';
import {
  type PracticeDetails,
  type PracticeLink,
  practiceLimits,
  problemDirections,
} from '../../../geodata/contribution/practice.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Field } from '../../parts/form/field.tsx';
import { practiceWords } from '../../state/screen/practice-words.ts';
import type { DraftPart } from './draft-part.ts';

/** What only a practice says: of which problem, by whom, since when, at what cost. */
export function PracticeFields({ draft, change }: DraftPart) {
  const { form: text, directions } = practiceWords.value;
  const { practice } = draft.value;
  if (!practice) return null;
  const set = (part: Partial<PracticeDetails>) => change({ practice: { ...practice, ...part } });
  return (
    <fieldset class="writing-about">
      <legend>{text.practice}</legend>
      <p class="soft small">{text.hint}</p>
      <ChoiceField
        label={text.direction}
        value={practice.direction}
        options={problemDirections.map((one) => [one, directions[one]])}
        change={(direction) => set({ direction })}
      />
      <Field
        label={text.doneBy}
        required
        value={practice.doneBy}
        change={(value) => set({ doneBy: value.slice(0, practiceLimits.doneBy) })}
      />
      <Field
        label={text.part}
        hint={text.partHint}
        value={practice.part}
        change={(value) => set({ part: value.slice(0, practiceLimits.part) })}
      />
      <DoingFields doing={practice} change={set} />
      <Field
        label={text.cost}
        hint={text.costHint}
        value={practice.cost}
        change={(value) => set({ cost: value.slice(0, practiceLimits.cost) })}
      />
      <LinkFields links={practice.links} change={(links) => set({ links })} />
    </fieldset>
  );
}

interface DoingFieldsProps {
  readonly doing: Doing;
  readonly change: (part: Partial<Doing>) => void;
}

/** From when until when it is done. */
function DoingFields({ doing: { beganOn, endedOn }, change }: DoingFieldsProps) {
  const { form: text } = practiceWords.value;
  return (
    <>
      <Field
        label={text.beganOn}
        type="date"
        required
        value={beganOn}
        change={(value) => change({ beganOn: value })}
      />
      <Field
        label={text.endedOn}
        hint={text.endedOnHint}
        type="date"
        value={endedOn ?? ''}
        change={(value) => change({ endedOn: value || null })}
      />
    </>
  );
}

interface LinkFieldsProps {
  readonly links: readonly PracticeLink[];
  readonly change: (links: readonly PracticeLink[]) => void;
}

function LinkFields({ links, change }: LinkFieldsProps) {
  const { form: text } = practiceWords.value;
  const set = (index: number, part: Partial<PracticeLink>) =>
    change(links.map((link, at) => (at === index ? { ...link, ...part } : link)));
  return (
    <fieldset class="writing-about">
      <legend>{text.links}</legend>
      {links.map((link, index) => (
        <div key={index}>
          <Field
            label={text.linkTitle}
            required
            value={link.title}
            change={(value) => set(index, { title: value.slice(0, practiceLimits.linkTitle) })}
          />
          <Field
            label={text.linkAddress}
            required
            value={link.url}
            change={(url) => set(index, { url: url.trim() })}
          />
          <button
            type="button"
            class="link"
            aria-label={`${text.removeLink}: ${link.title || link.url}`}
            onClick={() => change(links.filter((_, at) => at !== index))}
          >
            {text.removeLink}
          </button>
        </div>
      ))}
      {links.length < practiceLimits.links && (
        <button type="button" class="button" onClick={() => change([...links, { title: '', url: '' }])}>
          {text.addLink}
        </button>
      )}
    </fieldset>
  );
}

/** Since when something is done too; where, and how it goes, stands with every text. */
export function AdoptionFields({ draft, change }: DraftPart) {
  const { form: text } = practiceWords.value;
  const { adoption } = draft.value;
  if (!adoption) return null;
  return (
    <fieldset class="writing-about">
      <legend>{text.adoption}</legend>
      <p class="soft small">{text.adoptionHint}</p>
      <DoingFields doing={adoption} change={(part) => change({ adoption: { ...adoption, ...part } })} />
    </fieldset>
  );
}
