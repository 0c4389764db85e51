import { computed, effect } from '@preact/signals';
import { words } from '../language/current.ts';
import { describeSubject, describeTitle } from '../plate/subject.ts';
import { afterMaps } from '../state/drawing.ts';
import { activePanel } from '../state/panels.ts';
import { view } from '../state/view.ts';

const title = computed(() => {
  const { page } = view.value;
  if (page !== 'map') return words.value.pages[page];
  const subject = describeSubject(activePanel.value);
  return subject && describeTitle(subject);
});

/** Keeps the title of the browser's window with what is seen. Returns what ends that. */
export function followTitle(): () => void {
  return effect(() => {
    const { brand } = words.value;
    const text = title.value ? `${title.value} – ${brand}` : brand;
    afterMaps(() => {
      document.title = text;
    });
  });
}
