import type { BrowserContextOptions } from 'playwright-core';
import type { Subject } from '../bench/browser/subject.ts';

/** One thing to look at: where it stands, and what is done before it is looked at. */
export interface Screen {
  readonly name: string;
  /** The link behind the product's address. */
  readonly link: string;
  /** On a phone: which button of the bar at the foot brings it over the map, from 0; null where none has to. */
  readonly sheet: number | null;
  /** Everything that folds is opened first. */
  readonly isUnfolded?: boolean;
  readonly options?: BrowserContextOptions;
  /** As on paper. */
  readonly isPrinted?: boolean;
}

/** What a screen is looked at on. */
export interface Device {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

export const devices: readonly Device[] = [
  { name: 'desktop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
];

/** Places of the buttons at the foot of a phone. */
const foot = { subject: 0, legend: 1, area: 2, table: 3, selection: 4 } as const;

/** The ten screens that matter most, and then what else looks different from them. */
export function listScreens({ indicator, years, areas }: Subject): Screen[] {
  const [earlier, later] = years;
  const codes = areas.slice(0, 4).map(({ code }) => code);
  // A municipality's digits begin the codes of its neighbourhoods.
  const municipality = `GM${codes[0]?.slice(2, 6)}`;
  const figure = `indicator=${indicator}&period=${later}`;
  const district = `${figure}&level=district`;
  const chosen = `${figure}&tab=selection&areas=${codes.join(',')}`;
  const map = (name: string, link: string, more: Partial<Screen> = {}): Screen => ({
    name,
    link: `/?${link}`,
    sheet: null,
    ...more,
  });
  const dark: BrowserContextOptions = { colorScheme: 'dark' };
  const all = { isUnfolded: true };
  const pageOf = (page: string, more: string) => `page=${page}&${more}`;
  return [
    map('map', figure),
    map('card', `${figure}&area=${codes[0]}`, { sheet: foot.area, ...all }),
    map('two-maps', `${figure}&panels=2&period2=${earlier}`),
    map('change', `${figure}&change=${earlier}.absolute&area=${codes[0]}`, { sheet: foot.legend, ...all }),
    map('table', `${figure}&tab=table`, { sheet: foot.table }),
    map('selection', chosen, { sheet: foot.selection, ...all }),
    map('differences', pageOf('differences', district), all),
    map('municipality', pageOf('municipality', `${figure}&area=${municipality}`), all),
    map('report', pageOf('report', `${figure}&area=${municipality}`), all),
    map('sources', pageOf('sources', figure), all),

    map('tree', figure, { sheet: foot.subject, options: dark }),
    map('four-maps', `${figure}&panels=4&period2=${earlier}&change3=${earlier}.relative`),
    map('swipe', `${figure}&panels=swipe&period2=${earlier}&areas=${codes.join(',')}`),
    map('brush', `${figure}&brush=1:1..30&tab=table`, { sheet: foot.table, ...all }),
    map('clusters-map', `${figure}&shows=clusters`, { sheet: foot.legend }),
    map('pair-map', `${figure}&pair=inwoners`, { sheet: foot.legend }),
    map('deviation', `${figure}&deviation=relative&area=${codes[0]}&reference=${municipality}&lang=en`, {
      sheet: foot.area,
      ...all,
    }),
    map('change-selection', `${chosen}&change=${earlier}.absolute`, { sheet: foot.selection }),
    map('change-table', `${figure}&change=${earlier}.relative&tab=table`, { sheet: foot.table }),
    map('selection-empty', `${figure}&tab=selection`, { sheet: foot.selection }),
    map('broken-link', `${figure}&period=2024&nothing=1&lang=en`),
    map('printed-map', `${figure}&area=${codes[0]}`, { isPrinted: true }),
    map('differences-peers', pageOf('differences', `${district}&reference=peers&lang=en`), { ...all }),
    map('clusters', pageOf('clusters', district), all),
    map('connections', pageOf('connections', `${district}&other=inwoners`), all),
    map('municipality-dark', pageOf('municipality', `${figure}&area=${municipality}&lang=en`), {
      options: dark,
    }),
    map('report-districts', pageOf('report', `report=districts&${figure}&area=${municipality}`), {
      isPrinted: true,
    }),
    map('report-selection', pageOf('report', `report=selection&${figure}&areas=${codes.join(',')}`)),
  ];
}
