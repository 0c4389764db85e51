import type { Finding } from '../../../geodata/questionnaire/finding.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { nameLanguage } from './language-name.ts';

/** What is wrong, in words: `Nog niet vertaald: Turks, Duits (de vraag, antwoord 1).` */
export function writeFinding({ kind, what }: Pick<Finding, 'kind' | 'what'>): string {
  const { checks } = questionnaireWords.value;
  return checks.kinds[kind](nameParts(kind, what ?? ''));
}

function nameParts(kind: Finding['kind'], what: string): string {
  const [first = '', second = ''] = what.split(' ');
  if (kind === 'missing-translation')
    return `${first.split(',').map(nameLanguage).join(', ')} (${namePlaces(second)})`;
  if (kind === 'missing-text')
    return [namePlaces(first), second && nameLanguage(second)].filter(Boolean).join(', ');
  return kind === 'hard-to-read' ? `${second} (${namePlaces(first)})` : what;
}

/** `text,options/1` as `de vraag, antwoord 1`. */
function namePlaces(places: string): string {
  const { checks } = questionnaireWords.value;
  return places
    .split(',')
    .map((place) => {
      const [kind = '', key = ''] = place.split('/');
      if (kind === 'options' || kind === 'rows') return checks.places[kind](key);
      return kind in checks.places ? checks.places[kind as 'text'] : place;
    })
    .join(', ');
}
