import type { Language } from '../../geodata/text.ts';

interface AccessibilityWords {
  readonly title: string;
  readonly intro: readonly string[];
  readonly testing: string;
  readonly testingText: readonly string[];
  /** Of the last run: on which day, how many looks, on how many pages. */
  readonly run: (day: string, looks: number, pages: number) => string;
  readonly noneFound: string;
  readonly found: string;
  readonly head: readonly [page: string, rule: string, times: string];
  readonly limits: string;
  readonly limitsText: readonly string[];
  readonly contact: (email: string) => string;
  readonly noContact: string;
}

export const accessibilityWords: Readonly<Record<Language, AccessibilityWords>> = {
  nl: {
    title: 'Toegankelijkheid',
    intro: [
      'Deze site is gemaakt om te voldoen aan de WCAG 2.2 op niveau A en AA, waar EN 301 549 en het Besluit digitale toegankelijkheid overheid naar verwijzen.',
      'Alles is met het toetsenbord te bedienen en wordt voorgelezen; elke kaart heeft een tabel met dezelfde cijfers; kleur zegt nooit iets alleen; letters kunnen tot 400% worden vergroot.',
    ],
    testing: 'Hoe dat wordt nagegaan',
    testingText: [
      'Bij elke verandering worden de schermen in een browser geopend en met axe-core onderzocht, licht en donker, in het Nederlands en het Engels. Ook het bedienen met het toetsenbord, vergroten, lange woorden en opgelegde kleuren worden zo beproefd.',
    ],
    run: (day, looks, pages) =>
      `Laatste onderzoek: ${day}; ${looks} keer gekeken, op ${pages} verschillende schermen.`,
    noneFound: 'Daarbij is niets gevonden.',
    found: 'Gevonden',
    head: ['Scherm', 'Regel', 'Keer'],
    limits: 'Wat zo niet gevonden wordt',
    limitsText: [
      'Een programma vindt een deel van de belemmeringen. Een onderzoek door mensen met een beperking en door een onafhankelijke partij is niet in dit onderzoek begrepen.',
      'Documenten die partners plaatsen (pdf en Office) zijn van hun makers en kunnen minder toegankelijk zijn.',
    ],
    contact: (email) =>
      `Loopt u ergens tegenaan? Laat het weten: ${email}. U krijgt antwoord, en waar nodig het cijfer op een andere manier.`,
    noContact: 'Loopt u ergens tegenaan? Laat het weten aan de organisatie die deze site aanbiedt.',
  },
  en: {
    title: 'Accessibility',
    intro: [
      'This site is made to meet WCAG 2.2 at levels A and AA, to which EN 301 549 and the Dutch decree on digital accessibility of government refer.',
      'All of it works by keyboard and is read aloud; every map has a table with the same figures; nothing is said by colour alone; letters can be enlarged to 400%.',
    ],
    testing: 'How that is looked at',
    testingText: [
      'With every change the screens are opened in a browser and looked through with axe-core, light and dark, in Dutch and English. Working by keyboard, enlarging, long words and forced colours are tried in the same way.',
    ],
    run: (day, looks, pages) => `Last looked at: ${day}; ${looks} times, on ${pages} different screens.`,
    noneFound: 'Nothing was found.',
    found: 'Found',
    head: ['Screen', 'Rule', 'Times'],
    limits: 'What is not found in this way',
    limitsText: [
      'A program finds a part of what hinders people. A study by people with a disability and by an independent party is not part of this.',
      'Documents that partners add (PDF and Office) are of their makers and can be less accessible.',
    ],
    contact: (email) =>
      `Does something hinder you? Tell us: ${email}. You get an answer, and where needed the figure in another way.`,
    noContact: 'Does something hinder you? Tell the organisation that offers this site.',
  },
};
