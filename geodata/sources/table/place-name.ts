import { foldText } from './sheet.ts';

/** Abbreviations in names of Dutch places, as whole words once points are gone. */
const fullWords: Readonly<Record<string, string>> = {
  st: 'sint',
  bedr: 'bedrijventerrein',
  bedrt: 'bedrijventerrein',
  bedrterr: 'bedrijventerrein',
  bedrijvenpark: 'bedrijventerrein',
  ind: 'industrieterrein',
  indterr: 'industrieterrein',
  industrie: 'industrieterrein',
  terr: 'terrein',
  centr: 'centrum',
  ctr: 'centrum',
  buitengeb: 'buitengebied',
  verspr: 'verspreide',
  verspreid: 'verspreide',
  omg: 'omgeving',
  en: '',
  eo: 'omgeving',
  nrd: 'noord',
  zd: 'zuid',
  t: 'het',
};

/** The name without capitals, accents, points, hyphens and spaces, and without `Wijk 03` or `Gemeente` in front of it. */
export function plainName(name: string): string {
  return wordsOf(name).join('');
}

/** The same with abbreviations written out, so that `St. Jan e.o.` is `Sint Jan en omgeving`. */
export function fullName(name: string): string {
  return wordsOf(name)
    .map((word) => fullWords[word] ?? word)
    .join('');
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .replace(/^(?:gemeente|(?:wijk|buurt) ?\d+)[ :.-]+(?=\S)/, '')
    .replaceAll('&', ' en ')
    .replaceAll(/[.'’‘`´]/g, (sign, place: number, text: string) =>
      sign === '.' && /\w{3}/.test(text.slice(place - 3, place)) ? ' ' : '',
    )
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
