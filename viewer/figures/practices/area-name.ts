import { practiceWords } from '../../state/screen/practice-words.ts';

/** `Stadshart in Hengelo (O.)`; a municipality, which lies in none, by its name alone. */
export function nameInMunicipality(name: string, municipality: string | null): string {
  return municipality === null ? name : practiceWords.value.read.placeIn(name, municipality);
}
