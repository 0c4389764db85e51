import type { Language } from '../../geodata/text.ts';

interface EmbedWords {
  readonly source: string;
  readonly open: string;
  readonly asTable: string;
  readonly map: (title: string) => string;
  readonly chart: (title: string) => string;
  readonly area: string;
  readonly municipality: string;
  readonly figure: string;
  readonly period: string;
  readonly left: (shown: number, all: number) => string;
  readonly demonstration: string;
  readonly newer: string;
  /** Why nothing is shown, and what to do. */
  readonly refusals: Readonly<Record<EmbedRefusal, string>>;
}

/** Why an embed shows nothing. */
export type EmbedRefusal = 'closed' | 'gone' | 'no-map' | 'too-large' | 'frozen' | 'no-area' | 'no-figures';

export const embedWords: Readonly<Record<Language, EmbedWords>> = {
  nl: {
    source: 'Bron',
    open: 'Bekijk in Wijkinformatie',
    asTable: 'Als tabel',
    map: (title) => `Kaart: ${title}. De tabel zegt hetzelfde in woorden.`,
    chart: (title) => `Grafiek: ${title}. De tabel eronder zegt hetzelfde in woorden.`,
    area: 'Gebied',
    municipality: 'Gemeente',
    figure: 'Cijfer',
    period: 'Periode',
    left: (shown, all) => `De eerste ${shown} van ${all}; de rest staat in Wijkinformatie.`,
    demonstration: 'Voorbeeld: verzonnen gebieden en cijfers.',
    newer: 'voorlopig of geschat: open stip',
    refusals: {
      closed: 'Deze site is niet openbaar. Wie mag inloggen, opent de kaart zelf.',
      gone: 'Wat hier stond is er niet meer, of is niet openbaar.',
      'no-map':
        'Verandering, afwijking, samenhang en omgerekende cijfers staan niet op een ingesloten kaart. Open de kaart zelf.',
      'too-large': 'Deze kaart is te groot om in te sluiten. Kies grotere gebieden, of open de kaart zelf.',
      frozen: 'Een ingesloten kaart toont de nieuwste cijfers, geen vastgehouden. Open de kaart zelf.',
      'no-area': 'Er is geen gebied gekozen: kies er een op de kaart en kopieer de code opnieuw.',
      'no-figures': 'Hiervan zijn geen cijfers.',
    },
  },
  en: {
    source: 'Source',
    open: 'Open in Wijkinformatie',
    asTable: 'As a table',
    map: (title) => `Map: ${title}. The table says the same in words.`,
    chart: (title) => `Chart: ${title}. The table below says the same in words.`,
    area: 'Area',
    municipality: 'Municipality',
    figure: 'Figure',
    period: 'Period',
    left: (shown, all) => `The first ${shown} of ${all}; the rest is in Wijkinformatie.`,
    demonstration: 'Example: made-up areas and figures.',
    newer: 'provisional or estimated: open dot',
    refusals: {
      closed: 'This site is not public. Those who may sign in open the map itself.',
      gone: 'What stood here is no longer there, or is not public.',
      'no-map':
        'Change, deviation, what goes together and carried figures are not on an embedded map. Open the map itself.',
      'too-large': 'This map is too large to embed. Choose larger areas, or open the map itself.',
      frozen: 'An embedded map shows the newest figures, none that were kept. Open the map itself.',
      'no-area': 'No area is chosen: choose one on the map and copy the code again.',
      'no-figures': 'There are no figures of this.',
    },
  },
};
