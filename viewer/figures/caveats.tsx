import type { Caveat } from '../../geodata/comparing/comparability.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';
import { writeCaveat } from './caveat-text.ts';

/** Stands where two figures are compared that do not compare as they stand, and says why. */
export function Caveats({ caveats }: { readonly caveats: readonly Caveat[] }) {
  if (caveats.length === 0) return null;
  const sentences = caveats.map((caveat) => writeCaveat(caveat, words.value, language.value));
  return (
    <div class="note caveats">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
