import type { Indicator } from '../../../../geodata/indicator.ts';
import type { KnownArea } from '../../../../geodata/sources/table/area-index.ts';
import type { TableKnowledge } from '../../../../geodata/sources/table/guess.ts';
import type { TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import { readSheetFile } from '../../../../geodata/sources/table/sheet-file.ts';
import { countIndicator } from '../../../setup/indicator.ts';

export function indicator(key: string, other: Partial<Indicator> = {}): Indicator {
  return countIndicator(key, { theme: 'achtergrond.bevolking', ...other });
}

const names: readonly (readonly [string, string])[] = [
  ['GM0153', 'Enschede'],
  ['GM0141', 'Almelo'],
  ['WK015300', 'Binnensingel'],
  ['WK014100', 'Centrum Almelo'],
  ['BU01530000', 'Centrum'],
  ['BU01530001', 'Boswinkel-Stadsveld'],
  ['BU01530002', 'Sint Jansveld en omgeving'],
  ['BU01530003', 'Höfte'],
  ['BU01410000', 'Centrum'],
  ['BU01410001', 'Nieuwstraat-Kwartier'],
];

const levels: Record<string, string> = { GM: 'municipality', WK: 'district', BU: 'neighbourhood' };

export const areas: readonly KnownArea[] = names.map(([code, name]) => ({
  code,
  name,
  level: levels[code.slice(0, 2)] ?? '',
}));

export const knowledge: TableKnowledge = {
  areas: new Map([[2024, areas]]),
  indicators: [indicator('inwoners')],
};

export const mapping: TableMapping = {
  name: 'meldingen',
  title: 'Meldingen',
  sheet: null,
  headerRows: 1,
  area: { column: 'Buurt', level: 'neighbourhood', municipalityColumn: null, municipality: 'GM0153' },
  period: { in: 'column', text: 'Jaar', dates: null, spans: null },
  figures: [{ column: 'Aantal', indicator: 'meldingen', as: 'value', times: 1, decimalSign: null }],
  indicators: [indicator('meldingen')],
  boundaryYear: 2024,
  source: { title: 'Gemeente Enschede', url: null },
  licence: { name: 'CC0-1.0', title: 'CC0-1.0', url: null },
  decimalSign: null,
  words: {},
  areas: {},
};

export function readText(text: string, file = 'tabel.csv') {
  return readSheetFile(new TextEncoder().encode(text), file);
}
