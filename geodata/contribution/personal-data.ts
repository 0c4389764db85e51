/** What in a text may point at somebody. */
export const personalDataKinds = [
  'name',
  'address',
  'telephone',
  'email',
  'citizen-number',
  'plate',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A piece of a text that may point at somebody. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly text: string;
}

const capitalised = String.raw`\p{Lu}[\p{L}'’]+(?:-\p{Lu}[\p{L}'’]+)?`;
const particles = "(?:(?:van|de|den|der|ter|ten|te|het|'t|in|op|el|al|la|du|von|zur?) +){0,3}";
const surname = `${particles}${capitalised}`;

/** How people are addressed, or what they are called before their name. */
const titles =
  'meneer|mijnheer|heer|mevrouw|dhr\\.?|mevr\\.?|mw\\.?|fam\\.?|familie|agent|wijkagent|wethouder|burgemeester|dr\\.?|drs\\.?|ir\\.?|mr\\.?|ing\\.?|mr|mrs|ms|miss';

/**
 * First names that are given most in the Netherlands, in several languages, and that are no words beside: what follows one
 * of them with a capital is most likely a surname.
 */
const firstNames =
  `Jan Johannes Peter Piet Hendrik Henk Cornelis Kees Willem Wim Gerrit Gert Johan Marten Martijn Maarten Thijs
  Daan Sem Lucas Levi Finn Noah Milan Luuk Bram Jesse Thomas Tim Lars Stijn Sander Erik Eric Rob Robert Hans Frans Frank
  Marcel Dennis Michel Michael Mark Marco Patrick Paul Bas Jeroen Ruud Theo Ton Anton Arjan Wouter Joost Koen Niels Rick
  Mohamed Mohammed Ahmed Ali Mehmet Mustafa Hassan Omar Youssef Ibrahim Yusuf Murat Emre Anna Maria Johanna Elisabeth Els
  Margaretha Wilhelmina Hendrika Cornelia Emma Julia Sophie Sanne Lotte Lisa Eva Fleur Iris Femke Anouk Marieke Marjan
  Monique Linda Petra Ingrid Esther Saskia Annemarie Anneke Ans Ria Truus Riet Joke Janneke Jantine Wendy Kim Fatima Aisha
  Fatma Ayse Zeynep Emine Samira Khadija Naima Nadia Tineke Trudy Gerda Hanneke Heleen Ellen Karin Carla Astrid Natasja`
    .split(/\s+/)
    .join('|');

const street = String.raw`[\p{L}'’.-]*(?:straat|laan|weg|plein|dreef|singel|gracht|kade|hof|steeg|dijk|pad|brink|markt|stede|kamp|esch?|hoek|park|ring)`;

const patterns: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['telephone', /(?<![\d.,€-])(?:\+31|0031|\((?=0\d{1,3}\))0|0)(?:[ ()-]{0,3}\d){8,10}(?!\d)/gu],
  ['plate', /\b(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,2}\b/gu],
  ['address', /\b[1-9]\d{3} ?[A-Z]{2}\b(?! +(?:jaar|euro))/gu],
  [
    'address',
    new RegExp(String.raw`\b\p{Lu}${street} +(?:nr\.? *|nummer +)?\d{1,4}(?: ?[a-zA-Z]\b|-\d+)?`, 'gu'),
  ],
  [
    'address',
    new RegExp(String.raw`\b(?:\p{Lu}[\p{L}'’.-]* +){1,3}${street} +(?:nr\.? *|nummer +)?\d{1,4}\b`, 'gu'),
  ],
  ['address', new RegExp(String.raw`\b(?:Laan|Weg|Plein|Pad|Park) +${surname} +(?:nr\.? *)?\d{1,4}\b`, 'gu')],
  ['name', new RegExp(String.raw`\b(?:[Dd]e )?(?:${titles}) +(?:\p{Lu}\. ?){0,4}${surname}`, 'giu')],
  ['name', new RegExp(String.raw`(?<![\p{L}.])(?:\p{Lu}\. ?){1,4}${surname}`, 'gu')],
  ['name', new RegExp(String.raw`\b(?:${firstNames}) +(?:\p{Lu}\. ?)?${surname}`, 'gu')],
];

/**
 * Pieces of a text that look like the name of a person, an address, a telephone number, an e-mail address, a citizen service
 * number or a number plate, each once, in the order of the text. It warns: it neither finds all, nor is all that it finds.
 */
export function findPersonalData(text: string): PersonalData[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, text: match[0], at: match.index })),
  );
  const numbers = [...text.matchAll(/(?<![\d.,-])\d{9}(?![\d.,-]*\d)/g)]
    .filter(([number]) => isCitizenNumber(number))
    .map((match) => ({ kind: 'citizen-number' as const, text: match[0], at: match.index }));
  const all = [...found, ...numbers].filter((one) => one.kind !== 'name' || isName(one.text));
  const ordered = all.toSorted((one, other) => one.at - other.at || other.text.length - one.text.length);
  const seen = new Set<string>();
  let end = 0;
  return ordered.flatMap(({ kind, text: piece, at }) => {
    if (at < end || seen.has(piece)) return [];
    end = at + piece.length;
    seen.add(piece);
    return [{ kind, text: piece }];
  });
}

/** The last word of a name has a capital, whatever the search made of the rest. */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text.split(/\s+|\. ?/u).at(-1) ?? '');
}

/** Whether nine digits pass the test that citizen service numbers are made to pass. */
function isCitizenNumber(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum !== 0 && sum % 11 === 0;
}
