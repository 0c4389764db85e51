import type { DocumentDetails, QualityMark } from '../contribution/document.ts';
import type { PlainDocument } from './pdf.ts';

/** A made-up document of the demonstration, as somebody has read and shown it. */
export interface DemonstrationDocument extends PlainDocument {
  readonly body: string;
  readonly document: DocumentDetails;
  /** How its file is called. */
  readonly name: string;
  readonly area: string | null;
  /** GM-code; null: of the region. */
  readonly municipality: string | null;
  readonly organisation: string;
  readonly role: string;
  /** The day on which it was shown. */
  readonly day: string;
  /** What an editor found of it; null: nobody looked. */
  readonly mark: QualityMark | null;
}

const madeUp =
  'Dit document is verzonnen. Het hoort bij het voorbeeld van de databank en gaat over geen bestaande gemeente, wijk of persoon.';

function write(given: Omit<DemonstrationDocument, 'lang' | 'mark'> & { readonly mark?: QualityMark }) {
  return { mark: null, ...given, lang: 'nl', paragraphs: [madeUp, ...given.paragraphs] };
}

/** A plan, a covenant, a district scan and minutes: everything in them is made up. */
export const demonstrationDocuments: readonly DemonstrationDocument[] = [
  write({
    title: 'Integraal veiligheidsplan Enschede 2023–2026',
    name: 'Integraal veiligheidsplan 2023-2026.pdf',
    body: 'Vier prioriteiten voor vier jaar: overlast in het centrum, woninginbraken, jeugd, en ondermijning.',
    document: { kind: 'safety-plan', firstYear: 2023, lastYear: 2026 },
    area: null,
    municipality: 'GM0153',
    organisation: 'Gemeente Enschede (verzonnen)',
    role: 'adviseur integrale veiligheid',
    day: '2026-10-05',
    paragraphs: [
      'Prioriteit 1. Overlast in het centrum. In het uitgaansgebied werken horeca, politie en gemeente met één weekendplan: portiers met een vaste lijn naar de meldkamer, betere verlichting in de steegjes, en toezicht tot een uur na sluitingstijd.',
      'Prioriteit 2. Woninginbraken. Buurten met een aantal dat meer dan door toeval boven dat van vergelijkbare buurten ligt, krijgen in het donkere halfjaar een aanpak met preventieadvies aan huis.',
      'Prioriteit 3. Jeugd. Jongerenwerk en wijkagenten spreken elke twee weken over groepen op straat. Doel is minder meldingen van overlast zonder meer boetes.',
      'Prioriteit 4. Ondermijning. Signalen worden op één plek verzameld. Het aantal signalen is geen maat voor het aantal misdrijven.',
      'Elk jaar wordt op dezelfde cijfers gekeken wat er van de doelen terechtkwam.',
    ],
  }),
  write({
    title: 'Convenant aanpak woonoverlast',
    name: 'Convenant aanpak woonoverlast.pdf',
    body: 'Wie wat doet bij overlast tussen buren, en welke gegevens partijen daarvoor delen.',
    document: { kind: 'covenant', firstYear: 2025, lastYear: 2028 },
    area: null,
    municipality: null,
    organisation: 'Regionaal platform veiligheid (verzonnen)',
    role: 'beheerder van de databank',
    day: '2026-09-21',
    paragraphs: [
      'Partijen zijn de veertien gemeenten, de politie en de woningcorporaties in de regio.',
      'Buurtbemiddeling gaat voor. Pas als bemiddeling niet helpt, volgt een gesprek met corporatie en wijkagent, en daarna een aanwijzing van de burgemeester.',
      'Partijen delen alleen wat nodig is voor de zaak, en tellen samen hoeveel zaken er per wijk zijn.',
    ],
  }),
  write({
    title: 'Wijkscan Binnensingelgebied 2025',
    name: 'Wijkscan Binnensingelgebied 2025.pdf',
    body: 'Cijfers naast wat bewoners, winkeliers en wijkagenten zien: waar het knelt en wat er is afgesproken.',
    document: { kind: 'district-scan', firstYear: 2025, lastYear: 2025 },
    area: 'WK015300',
    municipality: 'GM0153',
    organisation: 'Politie (verzonnen)',
    role: 'wijkagent',
    day: '2026-06-15',
    mark: {
      isComplete: true,
      namesSources: true,
      isRecent: false,
      checkedBy: 'Gemeente Enschede (verzonnen)',
    },
    paragraphs: [
      'Wat de cijfers zeggen: fietsendiefstal en winkeldiefstal liggen hoger dan in vergelijkbare wijken; vernielingen dalen.',
      'Wat bewoners zeggen: de skatebaan is prettig overdag, en onrustig na elf uur. Er is te weinig verlichting op de route naar het station.',
      'Knelpunten: fietsenstalling aan de achterkant van het station, samenscholing bij de skatebaan, en bezorgscooters op het plein.',
      'Afspraken: de gemeente plaatst verlichting voor de herfst, de politie controleert op vaste avonden, en jongerenwerk is er van donderdag tot zaterdag.',
      'Bronnen: registraties van de politie, meldingen bij de gemeente, en een rondetafel met twaalf bewoners en ondernemers.',
    ],
  }),
  write({
    title: 'Openbare notulen overleg veiligheid, 3 september 2026',
    name: 'Notulen overleg veiligheid 2026-09-03.pdf',
    body: 'Besproken: de peiling van volgend voorjaar, het plan voor het centrum en de planning van de wijkscans.',
    document: { kind: 'minutes', firstYear: 2026, lastYear: 2026 },
    area: null,
    municipality: 'GM0164',
    organisation: 'Gemeente Hengelo (verzonnen)',
    role: 'secretaris van het overleg',
    day: '2026-09-28',
    paragraphs: [
      'De peiling wordt in alle gemeenten met dezelfde vragenlijst gehouden, onder inwoners van 18 jaar en ouder.',
      'Het plan voor het centrum gaat in november naar de raad.',
      'De wijkscans verschijnen voortaan elk even jaar, zodat ze naast de peiling te lezen zijn.',
    ],
  }),
];
