import { useSignal } from '@preact/signals';
import { packPresentation } from '../../../geodata/presentation/packing.ts';
import { longestPacked } from '../../../geodata/presentation/presentation.ts';
import { CheckField } from '../../parts/form/field.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { draft } from '../../state/presentation/draft.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';

/** Puts what was collected into the link itself; says where that is too long, and what to do then. */
export function LinkMaker() {
  const text = meetingWords.value.page;
  const hasNotes = useSignal(false);
  const { title, slides } = draft.value;
  const held = hasNotes.value ? slides : slides.map((slide) => ({ ...slide, notes: '' }));
  const packed = packPresentation({ title, slides: held });
  const fits = packed.length <= longestPacked;
  return (
    <div class="presentation-link">
      <CheckField
        label={text.withNotes}
        value={hasNotes.value}
        change={(value) => {
          hasNotes.value = value;
        }}
      />
      {fits ? (
        <p class="page-tools">
          <ViewLink class="button" change={{ slides: packed, presentation: null }}>
            {text.makeLink}
          </ViewLink>
          <span class="soft small">{text.linkRoom(packed.length, longestPacked)}</span>
        </p>
      ) : (
        <p class="page-note" role="status">
          {text.tooLong(packed.length, longestPacked)}
        </p>
      )}
    </div>
  );
}
