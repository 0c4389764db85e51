import type { Category, Dimension } from '../../dimension.ts';
import type { SeriesBreak } from '../../indicator.ts';
import type { Text } from '../../text.ts';

/** What the police write for all offences together: the indicator itself, never one of the categories. */
export const allOffences = '0.0.0';

/** First year in which horizontal fraud was registered. */
const horizontalFraud = { code: '3.9.1', since: 2016 } as const;

type Names = readonly [nl: string, en: string];

/**
 * Kinds of offence by the code of the police, with the groups that the codes make. Names of offences are those of the
 * police, abbreviations written out. The police give the groups no names in these tables: ours say what is in them, with
 * the code behind it.
 */
const names: Readonly<Record<string, Names>> = {
  '1': ['Diefstal, geweld, verkeersongevallen en brand', 'Theft, violence, road accidents and arson'],
  '1.1': ['Diefstal en inbraak bij woningen', 'Theft and burglary at homes'],
  '1.1.1': ['Diefstal/inbraak woning', 'Theft/burglary, home'],
  '1.1.2': ['Diefstal/inbraak box, garage, schuur', 'Theft/burglary, storage unit, garage, shed'],
  '1.2': ['Diefstal van en uit voertuigen, zakkenrollerij', 'Theft of and from vehicles, pickpocketing'],
  '1.2.1': ['Diefstal uit/vanaf motorvoertuigen', 'Theft from motor vehicles'],
  '1.2.2': ['Diefstal van motorvoertuigen', 'Theft of motor vehicles'],
  '1.2.3': ['Diefstal van brom-, snor-, fietsen', 'Theft of mopeds and bicycles'],
  '1.2.4': ['Zakkenrollerij', 'Pickpocketing'],
  '1.2.5': ['Diefstal af/uit/van overige voertuigen', 'Theft of and from other vehicles'],
  '1.3': ['Verkeersongevallen', 'Road accidents'],
  '1.3.1': ['Ongevallen (weg)', 'Accidents (road)'],
  '1.4': ['Geweld en zeden', 'Violent and sexual offences'],
  '1.4.1': ['Zedenmisdrijf', 'Sexual offence'],
  '1.4.2': ['Moord, doodslag', 'Murder, manslaughter'],
  '1.4.3': ['Openlijk geweld (persoon)', 'Public violence (against persons)'],
  '1.4.4': ['Bedreiging', 'Threat'],
  '1.4.5': ['Mishandeling', 'Assault'],
  '1.4.6': ['Straatroof', 'Street robbery'],
  '1.4.7': ['Overval', 'Robbery (raid)'],
  '1.5': ['Diefstal op het water', 'Theft on the water'],
  '1.5.2': ['Diefstallen (water)', 'Thefts (water)'],
  '1.6': ['Brand, overig vermogen en mensenhandel', 'Arson, other property offences, human trafficking'],
  '1.6.1': ['Brand/ontploffing', 'Arson/explosion'],
  '1.6.2': ['Overige vermogensdelicten', 'Other property offences'],
  '1.6.3': ['Mensenhandel', 'Human trafficking'],
  '2': ['Overlast, vernieling, bedrijven en milieu', 'Nuisance, damage, businesses and environment'],
  '2.1': ['Drugs- en drankoverlast', 'Drug and alcohol nuisance'],
  '2.1.1': ['Drugs/drankoverlast', 'Drug/alcohol nuisance'],
  '2.2': ['Vernieling', 'Criminal damage'],
  '2.2.1': ['Vernieling cq. zaakbeschadiging', 'Vandalism or damage to property'],
  '2.4': ['Burengerucht en huisvredebreuk', 'Neighbour nuisance and trespass'],
  '2.4.1': ['Burengerucht (relatieproblemen)', 'Neighbour nuisance (domestic disputes)'],
  '2.4.2': ['Huisvredebreuk', 'Trespass in a home'],
  '2.5': ['Diefstal bij bedrijven en winkels', 'Theft from businesses and shops'],
  '2.5.1': ['Diefstal/inbraak bedrijven enz.', 'Theft/burglary, businesses etc.'],
  '2.5.2': ['Winkeldiefstal', 'Shoplifting'],
  '2.6': ['Milieu', 'Environment'],
  '2.6.1': ['Inrichting Wet milieubeheer', 'Establishment under the Environmental Management Act'],
  '2.6.2': ['Bodem', 'Soil'],
  '2.6.3': ['Water', 'Water'],
  '2.6.4': ['Afval', 'Waste'],
  '2.6.5': ['Bouwstoffen', 'Building materials'],
  '2.6.7': ['Mest', 'Manure'],
  '2.6.8': ['Transport gevaarlijke stoffen', 'Transport of dangerous substances'],
  '2.6.9': ['Vuurwerk', 'Fireworks'],
  '2.6.10': ['Bestrijdingsmiddelen', 'Pesticides'],
  '2.6.11': ['Natuur en landschap', 'Nature and landscape'],
  '2.6.12': ['Ruimtelijke ordening', 'Spatial planning'],
  '2.6.13': ['Dieren', 'Animals'],
  '2.6.14': ['Voedselveiligheid', 'Food safety'],
  '2.7': ['Bijzondere wetten, leefbaarheid (overig)', 'Special acts, liveability (other)'],
  '2.7.2': ['Bijzondere wetten', 'Special acts'],
  '2.7.3': ['Leefbaarheid (overig)', 'Liveability (other)'],
  '3': [
    'Handel en smokkel, verkeer, openbare orde en fraude',
    'Trafficking, traffic, public order and fraud',
  ],
  '3.1': ['Drugshandel, mensensmokkel, wapenhandel', 'Drug trade, people smuggling, arms trade'],
  '3.1.1': ['Drugshandel', 'Drug trade'],
  '3.1.2': ['Mensensmokkel', 'People smuggling'],
  '3.1.3': ['Wapenhandel', 'Arms trade'],
  '3.2': ['Kinderporno en kinderprostitutie', 'Child pornography and child prostitution'],
  '3.2.1': ['Kinderporno', 'Child pornography'],
  '3.2.2': ['Kinderprostitutie', 'Child prostitution'],
  '3.3': ['Luchtverkeer', 'Air traffic'],
  '3.3.2': ['Onder invloed (lucht)', 'Under the influence (air)'],
  '3.3.5': ['Lucht (overig)', 'Air (other)'],
  '3.4': ['Vaarverkeer', 'Traffic on the water'],
  '3.4.2': ['Onder invloed (water)', 'Under the influence (water)'],
  '3.5': ['Wegverkeer', 'Road traffic'],
  '3.5.2': ['Onder invloed (weg)', 'Under the influence (road)'],
  '3.5.5': ['Weg (overig)', 'Road (other)'],
  '3.6': ['Openbare orde', 'Public order'],
  '3.6.4': ['Aantasting openbare orde', 'Breach of public order'],
  '3.7': ['Maatschappelijke integriteit en cybercrime', 'Integrity of society and cybercrime'],
  '3.7.1': ['Discriminatie', 'Discrimination'],
  '3.7.2': ['Vreemdelingenzorg', 'Aliens'],
  '3.7.3': ['Maatschappelijke integriteit (overig)', 'Integrity of society (other)'],
  '3.7.4': ['Cybercrime', 'Cybercrime'],
  '3.9': ['Fraude', 'Fraud'],
  '3.9.1': ['Horizontale fraude', 'Horizontal fraud (against persons and companies)'],
  '3.9.2': ['Verticale fraude', 'Vertical fraud (against the government)'],
  '3.9.3': ['Fraude (overig)', 'Fraud (other)'],
};

/** Whether a text is the code of one kind of offence, and neither the total nor that of a group. */
export function isOffence(code: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(code) && code !== allOffences;
}

/**
 * The dimension of the offences that a table has, by the titles that it gives them, with the groups that they make. An
 * offence that is not known here keeps its Dutch title in both languages. Groups without offences are not in it, as a sum
 * needs all of its items.
 */
export function describeOffences(titles: ReadonlyMap<string, string>): Dimension {
  const codes = [...titles.keys()].filter(isOffence).flatMap(listGroups);
  const ordered = [...new Set(codes)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    key: 'soort-misdrijf',
    name: { nl: 'Soort misdrijf', en: 'Kind of offence' },
    total: allOffences,
    categories: ordered.map((code): Category => {
      const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
      return { key: code, parent, name: nameOffence(code, titles.get(code)) };
    }),
  };
}

/** Offences of a table that have no English name here. */
export function listUnnamed(titles: ReadonlyMap<string, string>): string[] {
  return [...titles.keys()].filter((code) => isOffence(code) && !(code in names));
}

/** Where the series break: horizontal fraud, with all that it is part of. None where a table does not have it. */
export function describeBreaks({ categories }: Dimension): SeriesBreak[] {
  const { code, since } = horizontalFraud;
  if (!categories.some(({ key }) => key === code)) return [];
  return [
    {
      period: String(since),
      reason: {
        nl: `Horizontale fraude (${code}) is pas sinds ${since} geregistreerd`,
        en: `Horizontal fraud (${code}) was not registered before ${since}`,
      },
      categories: [allOffences, ...listGroups(code)],
    },
  ];
}

/** Whether the police registered an offence in a year; where they did not, nothing and zero say the same: not known. */
export function wasRegistered(code: string, year: number): boolean {
  return code !== horizontalFraud.code || year >= horizontalFraud.since;
}

/** `1.4.7` → `1`, `1.4`, `1.4.7`. */
function listGroups(code: string): string[] {
  const steps = code.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}

/** Titles of the service can have the code before them. */
function nameOffence(code: string, title: string | undefined): Text {
  const bare = title?.replace(/^[\d.]+\s+/, '') || code;
  const [nl, en] = names[code] ?? [bare, bare];
  return isOffence(code) || !(code in names) ? { nl, en } : { nl: `${nl} (${code})`, en: `${en} (${code})` };
}
