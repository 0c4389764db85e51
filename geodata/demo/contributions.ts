import type { ContributionKind, ContributionTie } from '../contribution/contribution.ts';
import type { Visibility } from '../visibility.ts';

/** A made-up story or news item of the demonstration, as somebody has read and shown it. */
export interface DemonstrationContribution extends ContributionTie {
  readonly kind: ContributionKind;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly sources: string;
  readonly organisation: string;
  readonly role: string;
  /** GM-code; null: of the region. */
  readonly municipality: string | null;
  readonly visibility: Visibility;
  readonly isPinned: boolean;
  /** The day on which it was shown. */
  readonly day: string;
}

type Given = Pick<DemonstrationContribution, 'title' | 'body' | 'organisation' | 'role' | 'day'> &
  Partial<DemonstrationContribution>;

function story(given: Given & ContributionTie): DemonstrationContribution {
  return { ...plain, kind: 'story', municipality: `GM${given.area?.slice(2, 6)}`, ...given };
}

function news(given: Given): DemonstrationContribution {
  return { ...plain, kind: 'news', municipality: null, ...given };
}

const plain = {
  area: null,
  indicator: null,
  period: null,
  sources: '',
  visibility: 'public',
  isPinned: false,
} as const;

const police = 'Politie (verzonnen)';

/** A dozen stories and news items: everything in them is made up, as the figures that they are about. */
export const demonstrationContributions: readonly DemonstrationContribution[] = [
  story({
    title: 'Uitgaansavonden drukken op het cijfer van het Stadshart',
    area: 'BU01530000',
    indicator: 'misdrijven',
    period: '2025',
    organisation: police,
    role: 'wijkagent',
    day: '2026-09-14',
    sources: 'Eigen waarneming en gesprekken met horecaondernemers in voorjaar en zomer.',
    body: `Wie alleen het cijfer ziet, denkt dat bewoners hier veel te vrezen hebben. Dat beeld klopt maar voor een deel.

Ruim de helft van wat hier wordt geregistreerd, gebeurt tussen **donderdagavond en zondagochtend**, en bijna altijd in drie straten rond het plein. De meeste slachtoffers en verdachten wonen elders. Per inwoner gerekend lijkt het Stadshart daardoor onveiliger dan het voor wie er woont is.

Wat we zagen veranderen:

- meer winkeldiefstal overdag, vooral na de opening van twee grote winkels;
- minder vernielingen sinds de verlichting in het najaar is vernieuwd;
- meer aangiften van fietsendiefstal, omdat aangifte doen bij de stalling makkelijker is geworden.`,
  }),
  story({
    title: 'Woninginbraken in Hazelhorst: één reeks, geen trend',
    area: 'BU01530300',
    indicator: 'woninginbraken',
    period: '2025',
    organisation: police,
    role: 'wijkagent',
    day: '2026-08-31',
    sources: 'Gesprekken met bewoners tijdens twee buurtschouwen.',
    body: `In zes weken tijd werd er in een paar straten achter elkaar ingebroken, steeds op dezelfde manier: via een bovenlicht aan de achterkant. Na de laatste keer is het gestopt.

Bewoners hebben daarna samen de achterpaden laten afsluiten. Het is te vroeg om te zeggen of dat helpt. Een buurt met zo weinig inbraken als deze schiet door één reeks al omhoog; kijk dus ook naar de jaren ervoor.`,
  }),
  story({
    title: 'Glanerbrug voelt zich onveiliger dan het is',
    area: 'WK015306',
    indicator: 'onveiligheidsgevoelens',
    period: '2025',
    organisation: 'Gemeente Enschede (verzonnen)',
    role: 'wijkregisseur',
    day: '2026-06-22',
    sources: 'Verslag van de wijktafel, mei 2026.',
    body: `Aan de wijktafel noemden bewoners niet de misdrijven, maar *de weg ernaartoe*: het donkere fietspad langs het spoor, de tunnel en de leegstaande winkels.

> Ik loop liever een kwartier om dan dat ik 's avonds door de tunnel ga.

De gemeente vernieuwt dit jaar de verlichting. De volgende peiling laat zien of het gevoel meebeweegt.`,
  }),
  story({
    title: 'Waarom Driene op de kaart kleurt',
    area: 'WK015305',
    indicator: 'misdrijven',
    period: '2024',
    organisation: police,
    role: 'wijkagent',
    day: '2026-03-09',
    body: `In Driene wonen weinig mensen en werken en studeren er veel. Fietsendiefstal bij de instellingen telt mee in het cijfer van de wijk, terwijl de eigenaren bijna allemaal elders wonen.

Vergelijk Driene daarom liever met andere wijken met een campus of een bedrijventerrein dan met een gewone woonwijk.`,
  }),
  story({
    title: 'Meer meldingen in de Binnenstad van Hengelo door één telefoonnummer',
    area: 'WK016400',
    indicator: 'misdrijven',
    period: '2025',
    organisation: 'Gemeente Hengelo (verzonnen)',
    role: 'coördinator integrale veiligheid',
    day: '2026-07-06',
    body: `Sinds het voorjaar kunnen winkeliers diefstal melden met één druk op een knop. Het aantal *registraties* steeg, maar winkeliers zeggen dat er niet meer gestolen wordt dan eerst.

Een hoger cijfer is hier dus voor een deel goed nieuws: er wordt eerder en vaker aangifte gedaan.`,
  }),
  story({
    title: 'Oud en nieuw telt dubbel in Almelo',
    area: 'GM0141',
    indicator: 'misdrijven',
    period: '2024',
    organisation: police,
    role: 'teamchef basisteam',
    day: '2026-02-02',
    body: `Vernielingen in de laatste week van het jaar en de eerste van het volgende tellen in twee jaren mee. Wie 2023 en 2024 naast elkaar zet, ziet daardoor een sprong die er in het echt niet is.

De maandcijfers laten het beter zien.`,
  }),
  story({
    title: 'Een zomer met een jongerenbus in Oldenzaal',
    area: 'GM0173',
    indicator: 'misdrijven/2.2',
    period: '2025',
    organisation: 'Jongerenwerk Oldenzaal (verzonnen)',
    role: 'jongerenwerker',
    day: '2026-10-12',
    sources: 'Logboek van de jongerenbus, juni tot en met augustus.',
    body: `Van juni tot en met augustus stond er drie avonden per week een bus met spelletjes, muziek en twee jongerenwerkers bij het park. Gemiddeld kwamen er dertig jongeren.

In dezelfde maanden werd er minder vernield dan in de zomer ervoor. Dat bewijst niets: het was ook een natte zomer. We doen het volgend jaar weer, en houden het dan bij per avond.`,
  }),
  story({
    title: 'Haverweide: nieuwe huizen, nieuwe cijfers',
    area: 'BU01530200',
    indicator: 'misdrijven',
    period: '2025',
    organisation: 'Woningcorporatie (verzonnen)',
    role: 'gebiedsbeheerder',
    day: '2026-05-18',
    body: `Een derde van de huizen is gesloopt en vervangen. Een jaar lang stond een deel van de buurt leeg; juist toen werd er veel koper en gereedschap gestolen van de bouwplaats.

Die diefstallen staan in het cijfer van de buurt, maar geen bewoner heeft er iets van gemerkt.`,
  }),
  story({
    title: 'Voor partners: waar de signalen vandaan komen',
    area: 'GM0153',
    indicator: 'signalen-ondermijning',
    period: '2025',
    organisation: 'Gemeente Enschede (verzonnen)',
    role: 'beleidsadviseur veiligheid',
    visibility: 'partner',
    day: '2026-04-20',
    body: `De helft van de signalen komt uit één actieweek. Gebruik het aantal niet om jaren te vergelijken: het zegt vooral hoeveel er gekeken is.`,
  }),
  news({
    title: 'Peiling onder bewoners begint op 1 maart',
    organisation: 'Regionaal platform veiligheid (verzonnen)',
    role: 'beheerder van de databank',
    day: '2026-11-16',
    isPinned: true,
    body: `Alle veertien gemeenten houden de peiling in hetzelfde voorjaar, met dezelfde vragen en vanaf 18 jaar. Zo zijn de uitkomsten voor het eerst overal te vergelijken.

Gemeenten die in kleine wijken extra willen vragen, melden dat vóór 15 januari.`,
  }),
  news({
    title: 'Cijfers over 2025 zijn compleet',
    organisation: 'Regionaal platform veiligheid (verzonnen)',
    role: 'beheerder van de databank',
    day: '2026-11-02',
    body: `De misdrijven over heel 2025 staan erin, voor alle gemeenten, wijken en buurten. Bij *Bronnen* staat waar elk cijfer vandaan komt.`,
  }),
  news({
    title: 'Inloopavond over veiligheid in Enschede Zuid',
    municipality: 'GM0153',
    organisation: 'Gemeente Enschede (verzonnen)',
    role: 'wijkregisseur',
    day: '2026-11-09',
    body: `Wijkagenten en de gemeente laten de kaart zien en vragen wat bewoners zelf merken. Iedereen is welkom; aanmelden hoeft niet.`,
  }),
];

const burglaries = 'woninginbraken-per-1000';

/** What those who work on the shared list tell each other, kept after all others so that those keep their numbers. */
export const demonstrationListStories: readonly DemonstrationContribution[] = [
  story({
    title: 'Aadorp: drie straten, één appgroep',
    area: 'BU01410700',
    indicator: burglaries,
    period: '2024',
    organisation: 'Gemeente Almelo (verzonnen)',
    role: 'wijkregisseur',
    day: '2026-06-08',
    body: `In een dorp van deze grootte maken vier inbraken het cijfer van een jaar. In 2024 vielen ze binnen twee weken, langs de doorgaande weg.

Bewoners van drie straten begonnen daarop een appgroep. Wat werkt: één beheerder per straat, en alleen melden wat je zelf ziet. Wat niet werkte: een groep voor het hele dorp, want die stond na een maand stil.`,
  }),
  story({
    title: 'Roggenlaar: de school deed mee',
    area: 'BU01530305',
    indicator: burglaries,
    period: '2025',
    organisation: police,
    role: 'wijkagent',
    day: '2026-07-01',
    body: `De meeste inbraken waren tussen **drie en zes uur**, als ouders op het schoolplein staan en de huizen leeg zijn. De school nam dat op in haar nieuwsbrief en de winkeliers hingen een poster op.

Of het daardoor komt, weten we niet. Het aantal is te klein om van een daling te spreken.`,
  }),
  story({
    title: 'Voor partners: waar de lampen komen',
    area: 'BU01640101',
    indicator: burglaries,
    period: '2025',
    organisation: 'Woningcorporatie (verzonnen)',
    role: 'gebiedsbeheerder',
    visibility: 'partner',
    day: '2026-08-24',
    body: `De corporatie plaatst vóór de winter lampen achter twee blokken. Welke dat zijn, delen we nog niet met iedereen: de bewoners horen het als eersten.`,
  }),
];
