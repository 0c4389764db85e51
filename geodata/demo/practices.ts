import type { AdoptionDetails, PracticeDetails } from '../contribution/practice.ts';
import type { DemonstrationContribution } from './contributions.ts';

/** A made-up practice of the demonstration, or where one is done too: `practice` is then its place in the list below. */
export type DemonstrationPractice = DemonstrationContribution &
  (
    | { readonly kind: 'practice'; readonly practice: PracticeDetails }
    | { readonly kind: 'adoption'; readonly adoption: AdoptionDetails }
  );

type Given = Pick<DemonstrationPractice, 'title' | 'body' | 'organisation' | 'role' | 'day'> & {
  readonly area: string;
};

function place(given: Given) {
  const beside = { sources: '', period: null, visibility: 'public', isPinned: false } as const;
  return { ...beside, municipality: `GM${given.area.slice(2, 6)}`, ...given };
}

function practice(
  indicator: string,
  given: Given,
  details: Pick<PracticeDetails, 'beganOn' | 'cost' | 'part'> & Partial<PracticeDetails>,
): DemonstrationPractice {
  const told = {
    direction: 'high',
    doneBy: given.organisation,
    links: [],
    endedOn: null,
    ...details,
  } as const;
  return { ...place(given), kind: 'practice', indicator, practice: told };
}

function adoption(given: Given, details: AdoptionDetails): DemonstrationPractice {
  return { ...place(given), kind: 'adoption', indicator: null, adoption: details };
}

const enschede = 'Gemeente Enschede (verzonnen)';
const hengelo = 'Gemeente Hengelo (verzonnen)';
const housing = 'Woningcorporatie (verzonnen)';

/** Five practices and who does one of them too: everything in them is made up. */
export const demonstrationPractices: readonly DemonstrationPractice[] = [
  practice(
    'woninginbraken',
    {
      title: 'Achterpaden afsluiten met de bewoners',
      area: 'BU01530300',
      organisation: enschede,
      role: 'wijkregisseur',
      day: '2026-09-21',
      body: `De inbrekers kwamen steeds van achteren. Per blok besloten de bewoners zelf of hun pad een poort kreeg, en wie de sleutels beheert.

Wat hielp: één vaste smid, een proef van drie maanden en een telefoonnummer voor een zoekgeraakte sleutel. Wat niet hielp: brieven alleen. Er is twee keer aangebeld.`,
    },
    {
      part: 'trekker',
      beganOn: '2024-04-01',
      cost: 'Ongeveer 9.000 euro voor elf poorten, eenmalig',
    },
  ),
  practice(
    'misdrijven',
    {
      title: 'Horeca en politie rond de tafel, elke eerste maandag',
      area: 'BU01530000',
      organisation: 'Politie (verzonnen)',
      role: 'wijkagent',
      day: '2026-06-08',
      body: `Ondernemers, toezichthouders en de wijkagent bespreken de weekenden van de vorige maand aan de hand van dezelfde kaart. Afspraken passen op één bladzijde: wie belt wie, en wanneer gaat de muziek zachter.`,
    },
    { part: 'voorzitter', beganOn: '2024-01-08', cost: 'Alleen uren' },
  ),
  practice(
    'onveiligheidsgevoelens',
    {
      title: 'Avondwandelingen langs de plekken die bewoners noemen',
      area: 'WK015306',
      organisation: enschede,
      role: 'wijkregisseur',
      day: '2026-07-06',
      body: `Vier keer per jaar lopen bewoners met de gemeente de route die zij mijden. Wat klein is, wordt binnen twee weken gedaan: snoeien, een lamp, een spiegel. Wat groot is, krijgt een datum.`,
    },
    { part: 'organisator', beganOn: '2025-02-01', cost: '1.500 euro per jaar' },
  ),
  practice(
    'misdrijven',
    {
      title: 'Huismeester terug in de flats',
      area: 'BU01530200',
      organisation: housing,
      role: 'gebiedsbeheerder',
      day: '2026-03-30',
      body: `Sinds er weer een huismeester is, worden vernielingen dezelfde dag hersteld en weten bewoners bij wie ze moeten zijn. De huismeester kent ook wie hulp nodig heeft, en brengt die bij het wijkteam.`,
    },
    { part: 'uitvoerder', beganOn: '2023-09-01', cost: '62.000 euro per jaar voor vier flats' },
  ),
  practice(
    'woninginbraken',
    {
      title: 'Keurmerkdag voor sloten en ramen',
      area: 'WK016400',
      organisation: hengelo,
      role: 'adviseur veiligheid',
      day: '2025-11-10',
      body: `Op één zaterdag keken erkende bedrijven bij 140 huizen gratis naar sloten en ramen. Wie iets liet maken, kreeg een deel terug. De opkomst was het hoogst waar buren elkaar meevroegen.`,
    },
    { part: 'trekker', beganOn: '2025-03-15', cost: '18.000 euro, waarvan de helft subsidie aan bewoners' },
  ),
  adoption(
    {
      title: 'Ook bij ons sluiten bewoners hun achterpad af',
      area: 'BU01530200',
      organisation: housing,
      role: 'gebiedsbeheerder',
      day: '2026-10-12',
      body: `Wij namen de werkwijze over voor twee blokken. De proef van drie maanden loopt nog; in één blok wilden bewoners liever licht dan een poort.`,
    },
    { practice: 0, beganOn: '2026-09-01', endedOn: null },
  ),
  adoption(
    {
      title: 'Huismeester in Veenhorst: de eerste twee jaar',
      area: 'BU01640102',
      organisation: housing,
      role: 'gebiedsbeheerder',
      day: '2026-05-18',
      body: `De huismeester begon met de portieken waar het meeste kapot ging. Meldingen komen nu bij hem binnen en niet meer bij vier loketten. In hetzelfde jaar ging ook het jongerenwerk weer open.`,
    },
    { practice: 3, beganOn: '2023-11-01', endedOn: null },
  ),
  adoption(
    {
      title: 'Een jaar huismeester, en waarom wij stopten',
      area: 'BU01530403',
      organisation: enschede,
      role: 'wijkregisseur',
      day: '2026-04-13',
      body: `Eén huismeester voor negen portieken was te weinig, en na een half jaar was er geen vervanger. Wij zijn gestopt en zoeken nu samen met bewoners iets dat wel vol te houden is.`,
    },
    { practice: 3, beganOn: '2024-01-01', endedOn: '2024-12-31' },
  ),
];
