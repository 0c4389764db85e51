import type { Turn } from '../../state/presentation/playing.ts';

/** CSS pixels that a finger moves at least, and how much more across than down. */
const least = 50;
const across = 1.5;

/** Tells of swipes with a finger to the left and to the right over an element. Returns what ends that. */
export function followSwipes(element: HTMLElement, turn: (way: Turn) => void): () => void {
  let begun: { readonly x: number; readonly y: number } | null = null;
  const start = ({ touches }: TouchEvent): void => {
    const [touch] = touches;
    begun = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const end = ({ changedTouches: [touch] }: TouchEvent): void => {
    if (!begun || !touch) return;
    const [x, y] = [touch.clientX - begun.x, touch.clientY - begun.y];
    begun = null;
    if (Math.abs(x) > least && Math.abs(x) > Math.abs(y) * across) turn(x < 0 ? 'next' : 'previous');
  };
  element.addEventListener('touchstart', start, { passive: true });
  element.addEventListener('touchend', end, { passive: true });
  return () => {
    element.removeEventListener('touchstart', start);
    element.removeEventListener('touchend', end);
  };
}
