import { levelOfCode, municipalityOfCode } from '../../geodata/area.ts';
import { writeCaveat } from '../area/caveat-text.ts';
import { words } from '../language/current.ts';
import { caveatsOfPlaces } from '../state/caveats.ts';
import { activePanel } from '../state/panels.ts';
import { language } from '../state/view.ts';
import { members, reference } from './members.ts';

/** Over the table of the selection: which of its areas do not compare with the reference as they stand, and why. */
export function MemberCaveats() {
  const namesBySentence = new Map<string, string[]>();
  const against = municipalityOf(reference.value);
  for (const { code, name } of members.value)
    for (const caveat of caveatsOfPlaces(activePanel.value, municipalityOf(code), against)) {
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

/** null for the region and the country. */
function municipalityOf(code: string): string | null {
  const level = levelOfCode(code);
  return level === null || level === 'region' || level === 'country' ? null : municipalityOfCode(code);
}
