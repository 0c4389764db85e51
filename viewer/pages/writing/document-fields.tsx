import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import {
  type DocumentRefusalReason,
  documentKinds,
  documentTypes,
  documentYears,
  mostDocumentBytes,
} from '../../../geodata/contribution/document.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { uploadDocument } from '../../data/contributions.ts';
import { ServerProblem } from '../../data/sending.ts';
import { nameFile } from '../../figures/documents/document-name.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { language } from '../../state/link/view.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import type { DraftPart } from './draft-part.ts';
import { explain } from './sending.ts';

/** What a document is, of which years, and its file. */
export function DocumentFields({ draft, change }: DraftPart) {
  const { form: text, kinds } = documentWords.value;
  const { document } = draft.value;
  if (!document) return null;
  const set = (part: Partial<typeof document>) => change({ document: { ...document, ...part } });
  return (
    <fieldset class="writing-about">
      <legend>{text.document}</legend>
      <ChoiceField
        label={text.kind}
        value={document.kind}
        options={documentKinds.map((one) => [one, kinds[one]])}
        change={(value) => set({ kind: documentKinds.find((one) => one === value) ?? document.kind })}
      />
      <YearField
        label={text.firstYear}
        value={document.firstYear}
        change={(firstYear) => set({ firstYear, lastYear: Math.max(firstYear, document.lastYear) })}
      />
      <YearField
        label={text.lastYear}
        value={document.lastYear}
        change={(lastYear) => set({ lastYear, firstYear: Math.min(lastYear, document.firstYear) })}
      />
      <p class="soft small">{text.yearHint}</p>
      <FileField draft={draft} change={change} />
    </fieldset>
  );
}

interface YearFieldProps {
  readonly label: string;
  readonly value: number;
  readonly change: (year: number) => void;
}

function YearField({ label, value, change }: YearFieldProps) {
  const latest = Math.min(documentYears.last, new Date().getFullYear() + 10);
  const years = Array.from({ length: latest - documentYears.first + 1 }, (_, index) =>
    String(latest - index),
  );
  return (
    <ChoiceField
      label={label}
      value={String(value)}
      options={years.map((year) => [year, year])}
      change={(year) => change(Number(year))}
    />
  );
}

/** The file, sent while one goes on writing: how far it is, and why it is not taken. */
function FileField({ draft, change }: DraftPart) {
  const { form: text } = documentWords.value;
  const id = useId();
  const share = useSignal<number | null>(null);
  const sending = useRef<AbortController | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const kept = useSignal<string | null>(null);
  const refusal = useSignal<string | null>(null);
  const [file] = draft.value.files;
  const send = async (chosen: File) => {
    refusal.value = null;
    kept.value = null;
    share.value = 0;
    try {
      if (chosen.size > mostDocumentBytes) throw new ServerProblem('too-large');
      sending.current = new AbortController();
      const { sha256, type, bytes } = await uploadDocument(chosen, {
        abort: sending.current.signal,
        onSent: (sent) => {
          share.value = sent;
        },
      });
      const name = chosen.name.slice(0, 200);
      change({ files: [{ sha256, name, alternative: name }] });
      kept.value = `${name} (${nameFile({ type, bytes })})`;
    } catch (error) {
      const isStopped = error instanceof ServerProblem && error.kind === 'stopped';
      refusal.value = isStopped ? text.stopped : explainRefusal(error);
      // The same file can be chosen again.
      if (input.current) input.current.value = '';
    } finally {
      share.value = null;
    }
  };
  return (
    <div class="form-field">
      <label for={id}>{file ? text.replace : text.choose}</label>
      <input
        id={id}
        ref={input}
        type="file"
        required={!file}
        accept={Object.entries(documentTypes)
          .flatMap(([type, ending]) => [type, `.${ending}`])
          .join(',')}
        aria-describedby={`${id}-hint`}
        disabled={share.value !== null}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) void send(chosen);
        }}
      />
      <p id={`${id}-hint`} class="soft small">
        {text.hint}
      </p>
      {share.value !== null && <SendingProgress share={share.value} stop={() => sending.current?.abort()} />}
      {kept.value && <p role="status">{text.kept(kept.value)}</p>}
      {!kept.value && file && <p class="soft small">{file.name}</p>}
      <Refusal text={refusal.value} />
    </div>
  );
}

interface SendingProgressProps {
  readonly share: number;
  readonly stop: () => void;
}

function SendingProgress({ share, stop }: SendingProgressProps) {
  const { form: text } = documentWords.value;
  const percent = `${formatNumber(Math.floor(share * 100), 0, language.value)}%`;
  return (
    <p>
      <progress max={1} value={share} aria-label={text.sending('')} />{' '}
      <span class="small" role="status">
        {share < 1 ? text.sending(percent) : text.reading}
      </span>{' '}
      <button type="button" class="button" onClick={stop}>
        {text.stop}
      </button>
    </p>
  );
}

function explainRefusal(error: unknown): string {
  const { refusals } = documentWords.value;
  if (!(error instanceof ServerProblem)) return explain(error);
  const { reason } = error.told as { reason?: DocumentRefusalReason };
  if (reason !== undefined) return refusals[reason];
  return error.kind === 'too-large' ? refusals['too-large'] : explain(error);
}
