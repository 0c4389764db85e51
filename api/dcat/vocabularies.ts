import type { Source } from '../../sql/sources.ts';

const europe = 'http://publications.europa.eu/resource/authority';

/** Lists of values that DCAT-AP-NL 3.0 wants terms from. */
export const terms = {
  public: `${europe}/access-right/PUBLIC`,
  dutch: `${europe}/language/NLD`,
  csv: `${europe}/file-type/CSV`,
  geojson: `${europe}/file-type/GEOJSON`,
  completed: `${europe}/dataset-status/COMPLETED`,
  mediaTypes: 'https://www.iana.org/assignments/media-types',
  themes: `${europe}/data-theme`,
} as const;

/** Themes of the European list, by the field of ours; what has none is about people and society. */
const themeOfField: Readonly<Record<string, string>> = {
  leefomgeving: 'JUST',
  bedrijvigheid: 'JUST',
  jeugd: 'JUST',
  fysiek: 'JUST',
  integriteit: 'JUST',
  achtergrond: 'SOCI',
};
export const boundaryTheme = 'REGI';

export const themeNames: Readonly<Record<string, string>> = {
  JUST: 'Justitie, rechtsstelsel en openbare veiligheid',
  SOCI: 'Bevolking en samenleving',
  REGI: 'Regio’s en steden',
};

/** The European theme of a theme of ours, `jeugd.overlast`. */
export function findDataTheme(theme: string): string {
  return themeOfField[theme.split('.', 1)[0] ?? ''] ?? 'SOCI';
}

/** Licences that a source may name without saying where they stand. */
const licences: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'PDDL-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
  'ODC-BY-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
};

/** What data.overheid.nl calls a licence that nobody knows. */
const unknownLicence = 'http://standaarden.overheid.nl/owms/terms/licentieonbekend';

/** Where the licence of a source stands: harvesters take no words for it. */
export function addressLicence(licence: Source['licence'] | undefined): string {
  if (licence?.url && URL.canParse(licence.url)) return licence.url;
  return licences[licence?.name ?? ''] ?? unknownLicence;
}
