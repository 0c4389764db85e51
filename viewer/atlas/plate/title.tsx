import { computed } from '@preact/signals';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { trouble } from '../../state/screen/connection.ts';
import { words } from '../../state/screen/words.ts';

/** What is seen in the active panel. */
const subject = computed(() => describeSubject(activePanel.value));

/** In words: "Geregistreerde misdrijven per 1.000 inwoners, 2024, buurten". */
export function PlateTitle() {
  if (!subject.value)
    return (
      <div class="plate-title">
        <h1 class={trouble.value ? undefined : 'hidden-text'}>{words.value.brand}</h1>
        {!trouble.value && <span class="skeleton skeleton-title" />}
      </div>
    );
  return (
    <div class="plate-title">
      <h1>{describeTitle(subject.value)}</h1>
      {subject.value.boundaries && <p class="soft">{subject.value.boundaries}</p>}
    </div>
  );
}
