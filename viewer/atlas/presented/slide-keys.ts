import type { Signal } from '@preact/signals';
import { readTurn } from '../../state/presentation/keys.ts';
import { endPlaying, turn } from '../../state/presentation/playing.ts';

interface SlideKeys {
  readonly isBlank: Signal<boolean>;
  /** Whether an element lies in the panel of the slide. */
  readonly isWithin: (element: Element) => boolean;
}

/**
 * Turns slides by keys and clickers, before the map walks by them. Letters count in the panel of the slide alone, so that
 * nothing happens to who speaks to his browser. Returns what ends that.
 */
export function followSlideKeys({ isBlank, isWithin }: SlideKeys): () => void {
  const press = (event: KeyboardEvent): void => {
    const act = findAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  addEventListener('keydown', press, { capture: true });
  return () => removeEventListener('keydown', press, { capture: true });

  function findAct(event: KeyboardEvent): (() => void) | null {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || (target instanceof Element && target.closest('dialog'))) return null;
    const isChosen = target instanceof Element && isWithin(target);
    if (isBlank.peek() && key !== 'Tab' && key !== 'Shift') return () => show(false);
    if (isChosen && (key === 'b' || key === 'B' || key === '.')) return () => show(true);
    if (key === 'Escape') return endPlaying;
    const way = readTurn(event);
    return way && (() => turn(way));
  }

  function show(blank: boolean): void {
    isBlank.value = blank;
  }
}
