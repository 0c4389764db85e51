import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import type { PreviewBody } from '../../data/contract.ts';
import { previewText } from '../../data/contributions.ts';
import { Rendered } from '../../figures/stories/story-text.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import type { DraftPart } from './draft-part.ts';
import { useSending } from './sending.ts';
import { Warnings } from './warnings.tsx';

/** The text, to write or to see as it will be read, with what in it may point at somebody. */
export function BodyField({ draft, change }: DraftPart) {
  const { form: text } = contributionWords.value;
  const id = useId();
  const preview = useSignal<PreviewBody | null>(null);
  const sending = useSending();
  const { title, body, sources, lang } = draft.value;
  const show = () =>
    sending.run(async () => {
      preview.value = await previewText({ title, body, sources });
    });
  const toggle = () => {
    if (preview.value === null) void show();
    preview.value = null;
  };
  return (
    <div class="form-field">
      <div class="writing-label">
        <label for={id}>
          {draft.value.kind === 'document' ? documentWords.value.form.summary : text.body}
        </label>
        <button type="button" class="link" aria-pressed={preview.value !== null} onClick={toggle}>
          {preview.value ? text.write : text.preview}
        </button>
      </div>
      <textarea
        id={id}
        lang={lang}
        rows={draft.value.kind === 'document' ? 5 : 14}
        hidden={preview.value !== null}
        maxLength={contributionLimits.body}
        value={body}
        aria-describedby={`${id}-hint`}
        onInput={(event) => change({ body: event.currentTarget.value })}
      />
      {preview.value ? (
        <div class="writing-preview" aria-live="polite">
          <div lang={lang}>
            <Rendered html={preview.value.html} />
          </div>
          <Warnings found={preview.value.warnings} />
        </div>
      ) : (
        <p id={`${id}-hint`} class="soft small">
          {text.bodyHint} {text.left(contributionLimits.body - body.length)}
        </p>
      )}
      <Refusal text={sending.problem.value} />
      <label for={`${id}-sources`}>{text.sources}</label>
      <textarea
        id={`${id}-sources`}
        lang={lang}
        rows={3}
        maxLength={contributionLimits.sources}
        value={sources}
        aria-describedby={`${id}-sources-hint`}
        onInput={(event) => change({ sources: event.currentTarget.value })}
      />
      <p id={`${id}-sources-hint`} class="soft small">
        {text.sourcesHint}
      </p>
    </div>
  );
}
