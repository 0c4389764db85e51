import type { Turn } from './playing.ts';

/** What keys and clickers send to turn slides. */
const turns: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** The turn that a key asks for; null for any other, where somebody writes, and where a part of the page has the key for itself. */
export function readTurn({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Turn | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  const element = target instanceof Element ? target : null;
  if (element?.closest('input, textarea, select, [role="slider"], [role="separator"], dialog[open]'))
    return null;
  if (key === ' ' && element?.closest('a, button, summary')) return null;
  return turns[key] ?? null;
}
