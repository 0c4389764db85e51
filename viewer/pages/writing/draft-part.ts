import type { Signal } from '@preact/signals';
import type { Draft } from '../../data/contributions.ts';

/** A draft in a form, and how to change a part of it. */
export interface DraftPart {
  readonly draft: Signal<Draft>;
  readonly change: (part: Partial<Draft>) => void;
}
