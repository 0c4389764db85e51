import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import type { DeskBody, DeskContributionBody } from '../../data/contract.ts';
import { actOn, type Draft, readConflict, type SeenVersion, saveDraft } from '../../data/contributions.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { AboutFields } from './about-fields.tsx';
import { AuthorFields } from './author-fields.tsx';
import { BodyField } from './body-field.tsx';
import { type Conflict, ConflictNote } from './conflict-note.tsx';
import { DocumentFields } from './document-fields.tsx';
import { PictureFields } from './picture-fields.tsx';
import { AdoptionFields, PracticeFields } from './practice-fields.tsx';
import { useSending } from './sending.ts';

interface EditorProps {
  readonly desk: DeskBody;
  readonly draft: Draft;
  /** What is changed; null: something new. */
  readonly seen: SeenVersion | null;
  readonly saved: (contribution: DeskContributionBody) => void;
  readonly leave: () => void;
}

/** A form to write in: what it is about, the text with a preview, pictures, who writes, and for whom. */
export function Editor({ desk, draft: begun, seen, saved, leave }: EditorProps) {
  const { form: text, desk: deskText, kinds } = contributionWords.value;
  const draft = useSignal(begun);
  const version = useSignal(seen);
  const isChanged = useSignal(false);
  const conflict = useSignal<Conflict | null>(null);
  const sending = useSending();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isChanged.peek()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  const change = (part: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...part };
    isChanged.value = true;
  };
  const save = (isOffered: boolean) =>
    sending.run(
      async () => {
        const kept = await saveDraft(draft.peek(), version.peek());
        version.value = kept;
        isChanged.value = false;
        saved(isOffered && kept.state === 'draft' ? await actOn('offer', kept) : kept);
      },
      (error) => {
        conflict.value = readConflict(error);
        return conflict.value !== null;
      },
    );
  const settle = (part: Partial<Draft>) => {
    if (version.value && conflict.value)
      version.value = { ...version.value, version: conflict.value.version };
    change(part);
    conflict.value = null;
  };
  const parts = { draft, change };
  return (
    <form
      class="writing-form"
      aria-label={kinds[begun.kind]}
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
    >
      <button type="button" class="button writing-back" onClick={leave}>
        {deskText.toList}
      </button>
      {conflict.value && <ConflictNote conflict={conflict.value} settle={settle} />}
      <Field
        label={text.title}
        required
        value={draft.value.title}
        change={(title) => change({ title: title.slice(0, contributionLimits.title) })}
      />
      <DocumentFields {...parts} />
      <PracticeFields {...parts} />
      <AdoptionFields {...parts} />
      <AboutFields {...parts} desk={desk} />
      <BodyField {...parts} />
      {begun.kind !== 'document' && <PictureFields {...parts} id={seen?.id ?? null} />}
      <AuthorFields {...parts} desk={desk} isNew={seen === null} />
      {isChanged.value && <p class="soft small">{text.unsaved}</p>}
      <Refusal text={sending.problem.value} />
      <div class="form-buttons">
        <button type="submit" class="button button-main" disabled={sending.isBusy.value}>
          {text.saveAndOffer}
        </button>
        <button type="button" class="button" disabled={sending.isBusy.value} onClick={() => save(false)}>
          {text.save}
        </button>
      </div>
    </form>
  );
}
