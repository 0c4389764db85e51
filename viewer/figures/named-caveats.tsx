import type { Caveat } from '../../geodata/comparing/comparability.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';
import { writeCaveat } from './caveat-text.ts';

interface NamedCaveatsProps {
  readonly of: readonly { readonly name: string; readonly caveats: readonly Caveat[] }[];
}

/** Over a table: which of its areas do not compare with the reference as they stand, and why; those of one reason together. */
export function NamedCaveats({ of }: NamedCaveatsProps) {
  const namesBySentence = new Map<string, string[]>();
  for (const { name, caveats } of of)
    for (const caveat of caveats) {
      const sentence = writeCaveat(caveat, words.value, language.value);
      namesBySentence.set(sentence, [...(namesBySentence.get(sentence) ?? []), name]);
    }
  if (namesBySentence.size === 0) return null;
  return (
    <div class="note caveats">
      {[...namesBySentence].map(([sentence, names]) => (
        <p key={sentence}>
          <strong>{names.join(', ')}</strong>: {sentence}
        </p>
      ))}
    </div>
  );
}
