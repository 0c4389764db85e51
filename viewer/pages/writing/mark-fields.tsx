import { useSignal } from '@preact/signals';
import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import type { QualityMark } from '../../../geodata/contribution/document.ts';
import { CheckField, Field } from '../../parts/form/field.tsx';
import { documentWords } from '../../state/screen/document-words.ts';

interface MarkFieldsProps {
  readonly mark: QualityMark | null;
  readonly act: (mark: QualityMark) => void;
}

const unmarked: QualityMark = { isComplete: false, namesSources: false, isRecent: false, checkedBy: '' };

/** What an editor finds of a district scan. */
export function MarkFields({ mark, act }: MarkFieldsProps) {
  const { form: text } = documentWords.value;
  const found = useSignal(mark ?? unmarked);
  const change = (part: Partial<QualityMark>) => {
    found.value = { ...found.peek(), ...part };
  };
  const { isComplete, namesSources, isRecent, checkedBy } = found.value;
  return (
    <details class="further-section">
      <summary>{text.mark}</summary>
      <form
        class="writing-mark"
        onSubmit={(event) => {
          event.preventDefault();
          act(found.peek());
        }}
      >
        <p class="soft small">{text.markHint}</p>
        <CheckField label={text.complete} value={isComplete} change={(is) => change({ isComplete: is })} />
        <CheckField label={text.sources} value={namesSources} change={(is) => change({ namesSources: is })} />
        <CheckField label={text.recent} value={isRecent} change={(is) => change({ isRecent: is })} />
        <Field
          label={text.checkedBy}
          required
          value={checkedBy}
          change={(value) => change({ checkedBy: value.slice(0, contributionLimits.role) })}
        />
        <button type="submit" class="button">
          {text.saveMark}
        </button>
      </form>
    </details>
  );
}
