import { escapeText } from '../pages/escaped-text.ts';

/** Escaped text in which what stands between backticks is code. */
export function writeText(text: string): string {
  return escapeText(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
