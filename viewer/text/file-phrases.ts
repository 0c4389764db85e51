import type { Problem } from '../../geodata/problem.ts';
import { definitionPhrases, formNotes, formPhrases } from './file-phrases/definitions.ts';
import { fileNotes, filePhrases } from './file-phrases/files.ts';
import { nouns } from './file-phrases/nouns.ts';
import { codeFaults, registerNotes, registerPhrases } from './file-phrases/registers.ts';
import { createTranslation } from './file-phrases/translating.ts';

const words = { ...nouns, ...codeFaults };

/** The Dutch of a message or a remedy about a file of a questionnaire or a round; null where it is not known. */
const translatePhrase = createTranslation(
  [...filePhrases, ...registerPhrases, ...definitionPhrases, ...formPhrases],
  words,
);

/** The Dutch of a note on how such a file was read; null where it is not known. */
export const translateNote = createTranslation([...fileNotes, ...registerNotes, ...formNotes], words);

/** What is wrong with a file, in one line of Dutch; null where a part of it is not known. */
export function translateProblem({ file, place, message, remedy }: Problem): string | null {
  const [said, way] = [translatePhrase(message), translatePhrase(remedy)];
  if (said === null || way === null) return null;
  return `${place ? `${file}, ${translatePlace(place)}` : file}: ${said}. ${capitalise(way)}.`;
}

/** `block "een", key "title"`, its words in Dutch and what stands between quotes as it is. */
function translatePlace(place: string): string {
  return place.replaceAll(/"[^"]*"|\b[a-z]+\b/g, (word) => nouns[word] ?? word);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
