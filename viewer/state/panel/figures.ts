import { computed } from '@preact/signals';
import { activePanel } from './panels.ts';

/** What the active panel shows, by area index: the figures of its period, or their change. */
export const figures = computed(() => activePanel.value.figures.value);
