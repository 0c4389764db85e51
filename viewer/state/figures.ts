import { computed } from '@preact/signals';
import { activePanel } from './panels.ts';

/** Every figure of the indicator and level of the active panel; null while another column still loads. */
export const currentColumn = computed(() => activePanel.value.column.value);

/** What the active panel shows, by area index: the figures of its period, or their change. */
export const figures = computed(() => activePanel.value.figures.value);
