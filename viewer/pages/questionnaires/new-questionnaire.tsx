import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { beginQuestionnaire } from '../../../geodata/questionnaire/editing/beginning.ts';
import { makeKey } from '../../../geodata/questionnaire/editing/naming.ts';
import type { ReadFileBody } from '../../data/contract.ts';
import { beginDraft, readFile } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { changeView } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { FileNotes } from './file-notes.tsx';
import { useSending } from './sending.ts';

type Way = 'template' | 'empty' | 'file';

/** Begins a questionnaire: with the template, with nothing, or with a file. */
export function NewQuestionnaire() {
  const { list } = questionnaireWords.value;
  const way = useSignal<Way>('template');
  const name = useSignal('');
  const key = useSignal<string | null>(null);
  const file = useSignal<ReadFileBody | null>(null);
  const sending = useSending();
  const shownKey = key.value ?? makeKey(name.value, [], 'vragenlijst');
  const begin = async () => {
    const { definition } = await beginDraft(
      way.peek() === 'template'
        ? { from: 'template', key: shownKey, name: name.peek() }
        : { from: 'definition', definition: await define() },
    );
    changeView({ page: 'questionnaire', questionnaire: `${definition.key}.${definition.version}` });
  };
  const define = async () => {
    const read = file.peek();
    if (way.peek() === 'empty' || !read) return beginQuestionnaire(shownKey, name.peek());
    return { ...read.definition, key: shownKey, name: { ...read.definition.name, nl: name.peek() } };
  };
  const isReady = name.value.trim() !== '' && (way.value !== 'file' || file.value !== null);
  return (
    <section aria-labelledby="begin" class="for-writers">
      <h2 id="begin">{list.begin}</h2>
      <form
        class="questionnaire-form"
        aria-labelledby="begin"
        onSubmit={(event) => {
          event.preventDefault();
          void sending.run(begin);
        }}
      >
        <ChoiceField
          label={list.how}
          value={way.value}
          options={[
            ['template', list.fromTemplate],
            ['empty', list.fromEmpty],
            ['file', list.fromFile],
          ]}
          change={(next) => {
            way.value = next;
          }}
        />
        {way.value === 'template' && <p class="soft small">{list.templateHint}</p>}
        {way.value === 'file' && (
          <FileField
            send={(chosen) =>
              void sending.run(async () => {
                file.value = null;
                const read = await readFile(chosen);
                file.value = read;
                name.value = read.definition.name.nl ?? '';
                key.value = read.definition.key;
              })
            }
          />
        )}
        {way.value === 'file' && <FileNotes title={list.notes} notes={file.value?.notes ?? []} />}
        <Field
          label={list.name}
          required
          value={name.value}
          change={(next) => {
            name.value = next.slice(0, 120);
          }}
        />
        <Field
          label={list.key}
          hint={list.keyHint}
          required
          value={shownKey}
          change={(next) => {
            key.value = next;
          }}
        />
        <Refusal text={sending.problem.value} />
        <button type="submit" class="button button-main" disabled={!isReady || sending.isBusy.value}>
          {list.beginButton}
        </button>
      </form>
    </section>
  );
}

/** Chooses a file, which is read at once. */
function FileField({ send }: { readonly send: (file: File) => void }) {
  const { list } = questionnaireWords.value;
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{list.file}</label>
      <input
        id={id}
        type="file"
        accept=".json,.xlsx,application/json"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) send(chosen);
        }}
      />
      <p id={`${id}-hint`} class="soft small">
        {list.fileHint}
      </p>
    </div>
  );
}
