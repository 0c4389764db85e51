import type { Phrase } from './translating.ts';

/** What is wrong with counts of the population register or a list of codes, and what can be done. */
export const registerPhrases: readonly Phrase[] = [
  [
    'no row below the header counts people of the ages that are asked',
    'geen rij onder de kopregel telt mensen van de gevraagde leeftijd',
  ],
  ['add rows of people of {0} years and older', 'voeg rijen toe van mensen van {0} jaar en ouder'],
  ['there is no column "{0}"', 'er is geen kolom "{0}"'],
  ['call one of the columns "{0}"; there are {1}', 'noem een van de kolommen "{0}"; er zijn {1}'],
  ['"{0}" and "{1}" both say the {2:noun}', '"{0}" en "{1}" zeggen allebei {2:noun}'],
  ['remove one of the two columns', 'verwijder een van de twee kolommen'],
  ['{0}, {1}, {2} stood in row {3} already', '{0}, {1}, {2} stond al in rij {3}'],
  ['{0}, {1}, woman stood in row {2} already', '{0}, {1}, vrouw stond al in rij {2}'],
  ['keep one row of each district, age and sex', 'houd één rij voor elke wijk, leeftijd en geslacht'],
  ['with it {0} has {1} people, more than {2}', 'hiermee heeft {0} {1} inwoners, meer dan {2}'],
  [
    'write how many people of that age and sex live in {0}: together at most {1}',
    'schrijf hoeveel mensen van die leeftijd en dat geslacht in {0} wonen: samen hoogstens {1}',
  ],
  [
    'its age is in years, that of row {0} is a band',
    'de leeftijd staat hier in jaren, in rij {0} als klasse',
  ],
  [
    'its age is a band, that of row {0} is in years',
    'de leeftijd staat hier als klasse, in rij {0} in jaren',
  ],
  [
    'count the people of a district either by year of age or by band',
    'tel de mensen van een wijk óf naar leeftijd in jaren óf naar leeftijdsklasse',
  ],
  ["{0} is no district of the round's boundaries", '{0} is geen wijk in de indeling van deze ronde'],
  ['"{0}" is no age', '"{0}" is geen leeftijd'],
  ['write years such as 34, or one of {0}', 'schrijf jaren zoals 34, of een van {0}'],
  ['"{0}" is no sex that the answers are weighted by', 'naar "{0}" worden de antwoorden niet gewogen'],
  [
    'write man or vrouw; count whoever is registered as neither with one of the two, or leave them out',
    'schrijf man of vrouw; tel wie als geen van beide staat ingeschreven bij een van de twee, of laat die weg',
  ],
  ['"{0}" is no number of people', '"{0}" is geen aantal mensen'],
  [
    'write a whole number without signs between the digits, such as 1234',
    'schrijf een heel getal zonder punten of komma’s, zoals 1234',
  ],
  [
    'give the list as it was made with the codes, with its first row',
    'geef de lijst zoals die met de codes gemaakt is, met de eerste rij',
  ],
  [
    'there are {0} rows, and at most {1} are read',
    'er zijn {0} rijen, en er worden er hoogstens {1} gelezen',
  ],
  [
    'divide the list among files of at most {0} rows, each with the first row',
    'verdeel de lijst over bestanden van hoogstens {0} rijen, elk met de eerste rij',
  ],
  ['"{0}" is no code ({1:noun})', '"{0}" is geen code ({1:noun})'],
  [
    'write the code as it stands on the letter, or take the row away',
    'schrijf de code zoals die op de brief staat, of haal de rij weg',
  ],
];

/** What was left out or read otherwise than it stood there. */
export const registerNotes: readonly Phrase[] = [
  [
    'Sheet "{0}" was not read: the counts are those of "{1}".',
    'Blad "{0}" is niet gelezen: de aantallen zijn die van "{1}".',
  ],
  [
    '{0} people younger than {1} were left out: they are not asked.',
    '{0} mensen jonger dan {1} jaar zijn weggelaten: zij worden niet gevraagd.',
  ],
  [
    '{0} codes of districts were written without their letters or zeros, and completed.',
    '{0} codes van wijken stonden er zonder letters of voorloopnullen, en zijn aangevuld.',
  ],
];

/** What can be wrong with a code, as the list's reader names it. */
export const codeFaults: Readonly<Record<string, string>> = {
  empty: 'er staat niets',
  'too-short': 'te kort',
  'too-long': 'te lang',
  'unknown-sign': 'een teken dat in geen code voorkomt',
  'wrong-check': 'een verkeerd teken of twee verwisselde',
};
