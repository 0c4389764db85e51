import { signal } from '@preact/signals';
import { showSlide } from './playing.ts';

/** Files that a presentation is made into: a deck, or pages to print. */
export type FileKind = 'pptx' | 'pdf';

/** The file that is being made; null where none is. Its pictures are taken while the slides are shown one after the other. */
export const wishedFile = signal<FileKind | null>(null);

/** Begins to make a file of the presentation on screen. */
export function wishFile(kind: FileKind): void {
  wishedFile.value = kind;
  showSlide(1);
}
