import { computed, signal } from '@preact/signals';
import { view } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { hovered } from '../../state/screen/hover.ts';

/** The selected area under the pointer or in focus here, of any level. */
const pointed = signal<string | null>(null);

/** The selected area that stands out: pointed at in a card, the chart or the table, or on a map. */
export const highlighted = computed(() => {
  const code = pointed.value ?? hovered.value?.code ?? null;
  return code !== null && view.value.selection.includes(code) ? code : null;
});

/** Lets a selected area stand out here, and on every map that draws it; null lets it go. */
export function highlight(code: string | null): void {
  if (code === pointed.peek()) return;
  pointed.value = code;
  const place = code === null ? undefined : activePanel.peek().areas.byCode.peek().get(code);
  hovered.value = place ? { code: place.code, name: place.name, index: place.index } : null;
}
