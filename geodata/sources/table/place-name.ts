import { repairDoubleEncoding } from '../formats/double-encoding.ts';
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
  den: 'de',
  eo: 'omgeving',
  nrd: 'noord',
  zd: 'zuid',
  t: 'het',
  v: 'van',
  vd: 'vande',
  vh: 'vanhet',
  ad: 'aande',
  ah: 'aanhet',
};

/** What a name has beside that of the place: the province, as CBS writes it behind names that occur twice. */
const provinces: ReadonlyMap<string, string> = new Map(
  Object.entries({
    groningen: ['gr', 'gron', 'groningen'],
    friesland: ['fr', 'frl', 'fryslan', 'friesland'],
    drenthe: ['d', 'dr', 'drenthe'],
    overijssel: ['o', 'ov', 'ovl', 'overijssel', 'tw'],
    flevoland: ['fl', 'flev', 'flevoland'],
    gelderland: ['g', 'gl', 'gld', 'gelderland'],
    utrecht: ['u', 'ut', 'utr', 'utrecht'],
    noordholland: ['nh', 'noordholland'],
    zuidholland: ['zh', 'zuidholland'],
    zeeland: ['z', 'zl', 'zld', 'zeeland'],
    noordbrabant: ['nb', 'nbr', 'noordbrabant', 'brabant'],
    limburg: ['l', 'lb', 'lim', 'limb', 'limburg'],
  }).flatMap(([province, forms]) => forms.map((form) => [form, province] as const)),
);

/** Two names of one municipality, as plain names. */
const otherNames: Readonly<Record<string, string>> = {
  dehaag: 'sgravenhage',
  debosch: 'shertogenbosch',
  fryskemarren: 'defryskemarren',
};

/** The name without capitals, accents, points, hyphens and spaces, and without `Wijk 03` or `Gemeente` around it. */
export function plainName(name: string): string {
  return wordsOf(name).join('');
}

/** The same with abbreviations written out, so that `St. Jan e.o.` is `Sint Jan en omgeving`. */
export function fullName(name: string): string {
  return wordsOf(name)
    .map((word) => fullWords[word] ?? word)
    .join('');
}

/** The name of a municipality in full without its province, and the province where it has one: `Hengelo (O.)`. */
export function splitProvince(text: string): { readonly name: string; readonly province: string | null } {
  const [, before = '', behind = ''] =
    /^(.*\S)\s*(?:[,(]\s*|\s)([\p{L}.-]+(?: (?:holland|brabant))?)\s*\)?$/iu.exec(text.trim()) ?? [];
  const province = provinces.get(plainName(behind));
  return province ? { name: commonName(before), province } : { name: commonName(text), province: null };
}

function commonName(name: string): string {
  const full = fullName(name);
  return otherNames[full] ?? full;
}

/** Municipalities that share their name with a place of another province, where only one of the two is a municipality now. */
const twins: Readonly<Record<string, string>> = {
  beek: 'limburg',
  buren: 'gelderland',
  hengelo: 'overijssel',
  laren: 'noordholland',
  middelburg: 'zeeland',
  rijswijk: 'zuidholland',
  stein: 'limburg',
};

/** The province of a municipality whose name a place elsewhere has too, by its common name; null for others. */
export function provinceOfTwin(name: string): string | null {
  return twins[name] ?? null;
}

/** Letters that Unicode does not take apart; in older Dutch sources ÿ stands for ij. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ÿ: 'ij',
};

function wordsOf(name: string): string[] {
  const spelled = (repairDoubleEncoding(name) ?? name)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[øßæœłđÿ]/g, (letter) => letters[letter] ?? letter);
  return (
    foldText(spelled)
      .replace(/^(?:(?:gemeente|gem\.?)[ :.-]+|(?:wijk|buurt|wk|bu)\.? ?\d{1,3}[ :.-]+)(?=\S)/, '')
      .replace(/(?<=\S)[ ,-]*[( ](?:gemeente|gem\.?)\)?$/, '')
      .replace(/^(.+), ?(de|het|den|'t|’t|'s|’s)$/, '$2 $1')
      .replaceAll(/[&+]/g, ' en ')
      .replaceAll(/(?<=\b[av])\/(?=[dh]\b)/g, '')
      .replaceAll(/['’‘`´ʼ′‛]/g, '')
      // A point within an abbreviation of single letters joins them, another parts words.
      .replaceAll(/\./g, (_, index: number, text: string) =>
        /(?<!\w)\w$/.test(text.slice(0, index)) ? '' : ' ',
      )
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
  );
}
