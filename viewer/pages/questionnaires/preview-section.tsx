import { useSignal } from '@preact/signals';
import { addressOfPreview } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { nameLanguage } from './language-name.ts';

/** The pages as who is asked sees them, one at a time, in a language to choose. */
export function PreviewSection({ editing }: { readonly editing: Editing }) {
  const { preview } = questionnaireWords.value;
  const { revision, definition } = editing.base.value;
  const { key, version, languages, blocks } = definition;
  const language = useSignal('nl');
  const page = useSignal('');
  const pages = [
    ['', preview.introduction] as const,
    ...blocks.map((block) => [block.key, block.title.nl || block.key] as const),
  ];
  const index = Math.max(
    0,
    pages.findIndex(([own]) => own === page.value),
  );
  const go = (by: 1 | -1) => {
    page.value = pages[index + by]?.[0] ?? page.peek();
  };
  const address = `${addressOfPreview(`${key}.${version}`, language.value)}${page.value ? `&block=${page.value}` : ''}`;
  return (
    <section aria-label={preview.intro}>
      <p>{preview.intro}</p>
      {editing.isChanged.value && <p class="page-note">{preview.save}</p>}
      <div class="page-choices">
        <ChoiceField
          label={preview.language}
          value={language.value}
          options={languages.map((tag) => [tag, nameLanguage(tag)])}
          change={(tag) => {
            language.value = tag;
          }}
        />
        <ChoiceField
          label={preview.part}
          value={page.value}
          options={pages}
          change={(next) => {
            page.value = next;
          }}
        />
        <button type="button" class="button" disabled={index === 0} onClick={() => go(-1)}>
          {preview.back}
        </button>
        <button type="button" class="button" disabled={index === pages.length - 1} onClick={() => go(1)}>
          {preview.forth}
        </button>
      </div>
      <iframe key={revision} class="preview-frame" sandbox="" title={preview.frame} src={address} />
    </section>
  );
}
