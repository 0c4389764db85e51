import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { BlockFields } from './block-fields.tsx';
import { type Editing, findBlockOf } from './editing.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import { OtherLanguage } from './other-language.tsx';
import { QuestionFields } from './question-fields.tsx';
import { WholeFields } from './whole-fields.tsx';

/** The part that is chosen, to be written. */
export function ChosenPart({ editing }: { readonly editing: Editing }) {
  const { outline, form } = questionnaireWords.value;
  const place = editing.chosen.value;
  const { blocks, indicators } = editing.draft.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const key = 'key' in place ? `${place.kind} ${place.key}` : place.kind;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [key]);
  const [title, fields] = choose();
  return (
    <section class="chosen-part" aria-labelledby="chosen-part">
      <h2 id="chosen-part" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {place.kind !== 'indicator' && <OtherLanguage editing={editing} />}
      {fields}
    </section>
  );

  function choose(): [string, ComponentChildren] {
    if (place.kind === 'block') {
      const block = blocks.find((one) => one.key === place.key);
      if (block) return [form.block, <BlockFields key={key} {...{ editing, block }} />];
    }
    if (place.kind === 'question') {
      const question = findBlockOf(editing.draft.value, place.key)?.questions.find(
        (one) => one.key === place.key,
      );
      if (question) return [form.question, <QuestionFields key={key} {...{ editing, question }} />];
    }
    if (place.kind === 'indicator') {
      const indicator = indicators.find((one) => one.key === place.key);
      if (indicator) return [form.indicator, <IndicatorFields key={key} {...{ editing, indicator }} />];
    }
    return [outline.whole, <WholeFields key="whole" editing={editing} />];
  }
}
