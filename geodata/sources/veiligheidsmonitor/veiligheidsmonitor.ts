import type { SeriesBreak } from '../../indicator.ts';
import { parsePeriod, writePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import {
  type Cell,
  ccBy,
  composePackage,
  describeYears,
  nameYears,
  type SurveyDefinition,
  type TableField,
} from '../live/composition.ts';
import { chooseBoundaryYear, keepHeldAreas } from '../live/held-areas.ts';
import { makeTablesByLevel, readCountryCode } from '../live/levels.ts';
import type { Ask, Collected, LiveSource, SourceRequest } from '../live/source.ts';
import { group } from '../protocols/groups.ts';
import { broken, nameOf, type Row, readRows, startsWithAny, textOf, writeQuery } from '../protocols/odata.ts';
import { type SurveyFigure, surveyFigures } from './figures.ts';

const table = '85146NED';
const areaField = 'RegioS';

/** The members of `Marges`: the figure itself, and the bounds of its 95% interval. */
const margins = { MW00000: 'value', MOG0095: 'lower', MBG0095: 'upper' } as const;
type Margin = (typeof margins)[keyof typeof margins];
const marginOrder: readonly Margin[] = ['value', 'lower', 'upper'];

/** The national survey of safety: every other year, of police units and of municipalities above 70,000 inhabitants. */
export const veiligheidsmonitor: LiveSource = {
  key: 'veiligheidsmonitor',
  hosts: ['opendata.cbs.nl'],
  datasets: ['veiligheidsmonitor'],
  years: { veiligheidsmonitor: { first: 2021, last: 2025 } },
  monthly: [],
  collect: (_dataset, request, ask) => collectSurvey(request, ask),
};

const survey = {
  key: 'veiligheidsmonitor',
  name: { nl: 'Veiligheidsmonitor', en: 'Safety Monitor' },
} as const;

/** Of each round of this table: it begins with the questionnaire of 2021. */
const design = { ageFrom: 15, questionnaire: '2021' } as const;
const breaks: readonly SeriesBreak[] = [
  {
    period: '2021',
    reason: {
      nl: 'De vragenlijst van de Veiligheidsmonitor is in 2021 vernieuwd',
      en: 'The questionnaire of the Safety Monitor was redesigned in 2021',
    },
    categories: null,
  },
];

const comparability =
  'Persons aged 15 and over. The questionnaire was redesigned in 2021: figures are not comparable with earlier ones.';

async function collectSurvey(request: SourceRequest, ask: Ask): Promise<Collected> {
  const address = `${request.base ?? 'https://opendata.cbs.nl'}/ODataApi/odata/${table}`;
  const notes: string[] = [comparability];
  const rounds = await readRounds(address, ask);
  const periods = chooseRounds(rounds, address, request, notes);
  const columns = await findColumns(address, ask, notes);
  const cells = await readCells(address, periods, columns, request, ask);
  const areas = [...new Set([...cells.values()].map(({ area }) => area))];
  noteAbsent(areas, request, notes);
  const boundaryYear = chooseBoundaryYear(
    areas.filter((area) => area.startsWith('GM')),
    request,
    address,
  );
  const filled = columns.filter(({ id }) =>
    [...cells.values()].some(({ figures }) => figures.get('value')?.get(id) != null),
  );
  const rows = [...cells.values()].map(({ area, period, figures }): [string, ...Cell[]] => [
    area,
    period,
    ...filled.flatMap(({ id }) => marginOrder.map((margin) => figures.get(margin)?.get(id) ?? null)),
  ]);
  const years = [...new Set(periods.map(({ period }) => Number(period.slice(0, 4))))];
  const title = `Veiligheidsmonitor ${describeYears(years)}`;
  return composePackage({
    name: `veiligheidsmonitor-${nameYears(years)}`,
    title,
    region: request.region,
    indicators: filled.map(({ figure }) => ({ ...figure.definition, survey: survey.key, breaks })),
    surveys: [describeSurvey(rounds)],
    parts: makeTablesByLevel({
      name: `veiligheidsmonitor-${nameYears(years)}`,
      title,
      description: comparability,
      boundaryYear,
      period: null,
      origin: {
        title: `CBS, Veiligheidsmonitor vanaf 2021 (${table}), 15 jaar en ouder; niet vergelijkbaar met eerdere jaren`,
        path: `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}/table`,
        licence: ccBy,
      },
      fields: [
        { name: 'code', as: 'area' },
        { name: 'period', as: 'period' },
        ...filled.flatMap(({ figure }) => listFields(figure)),
      ],
      rows: keepHeldAreas(rows, boundaryYear, request, notes),
    }),
    notes,
  });
}

function listFields({ definition: { key } }: SurveyFigure): TableField[] {
  return marginOrder.map((margin) => ({
    name: margin === 'value' ? key : `${key}-${margin}`,
    as: margin,
    indicator: key,
  }));
}

interface SurveyPeriod {
  /** As the service writes it: 2023JJ00. */
  readonly key: string;
  readonly period: string;
}

/** All rounds that the table has. */
async function readRounds(address: string, ask: Ask): Promise<SurveyPeriod[]> {
  const rows = await readRows(`${address}/Perioden${writeQuery({})}`, ask);
  return rows.flatMap((row) => {
    const key = textOf(row, 'Key');
    const period = parsePeriod(key);
    return period?.unit === 'year' ? [{ key, period: writePeriod(period) }] : [];
  });
}

/** The facts of every round of the table, not only of those that are imported now: a package's survey replaces an earlier one's. */
function describeSurvey(rounds: readonly SurveyPeriod[]): SurveyDefinition {
  return { ...survey, rounds: rounds.map(({ period }) => ({ period, ...design })) };
}

/** The rounds of the years asked for. Without a word that is every year, of which only some have one. */
function chooseRounds(
  all: readonly SurveyPeriod[],
  address: string,
  { years }: SourceRequest,
  notes: string[],
): SurveyPeriod[] {
  const chosen = all.filter(({ period }) => years.includes(Number(period)));
  if (!chosen.length)
    throw new InputError({
      file: address,
      message: `it has no round of ${describeYears(years)}`,
      remedy: `ask for ${all.map(({ period }) => period).join(' or ') || 'another table with "--base"'}`,
    });
  const absent = years.filter((year) => !chosen.some(({ period }) => Number(period) === year));
  if (absent.length) notes.push(`${absent.join(', ')} left out: there was no round, or it is not published.`);
  return chosen;
}

interface SurveyColumn {
  readonly id: string;
  readonly figure: SurveyFigure;
}

/** Columns by their names; one whose title many share is told from the others by the group that it stands in. */
async function findColumns(address: string, ask: Ask, notes: string[]): Promise<SurveyColumn[]> {
  const properties = await readRows(`${address}/DataProperties${writeQuery({})}`, ask);
  const titles = new Map(properties.map((row) => [textOf(row, 'ID'), textOf(row, 'Title')]));
  const topics = properties.filter((row) => textOf(row, 'Type') === 'Topic');
  const namesOf = (row: Row) => {
    const [key, title] = [textOf(row, 'Key'), textOf(row, 'Title')];
    const parent = titles.get(textOf(row, 'ParentID')) ?? '';
    return [nameOf(key), nameOf(title), nameOf(`${parent} ${title}`)];
  };
  const columns = surveyFigures.flatMap((figure): SurveyColumn[] => {
    const row = topics.find((topic) => namesOf(topic).some((name) => figure.column.test(name)));
    return row ? [{ id: textOf(row, 'Key'), figure }] : [];
  });
  if (!columns.length) throw broken(`${address}/DataProperties`, 'it has none of the columns that are read');
  const absent = surveyFigures.filter((figure) => !columns.some((column) => column.figure === figure));
  if (absent.length)
    notes.push(`The table has no ${absent.map(({ definition }) => definition.key).join(', ')}; left out.`);
  return columns;
}

interface SurveyRow {
  readonly area: string;
  readonly period: string;
  readonly figures: Map<Margin, Map<string, Cell>>;
}

/**
 * Cells by area and period. Three rows make one figure: its value and its bounds. Police units and other regions are
 * left aside, and so is what was not asked for, should the service not heed the filter.
 */
async function readCells(
  address: string,
  periods: readonly SurveyPeriod[],
  columns: readonly SurveyColumn[],
  { region }: SourceRequest,
  ask: Ask,
): Promise<Map<string, SurveyRow>> {
  const groups = [['NL'], ...group(region.municipalities ?? ['GM'], 20)];
  const select = [areaField, 'Perioden', 'Marges', ...columns.map(({ id }) => id)];
  const cells = new Map<string, SurveyRow>();
  for (const [done, { key, period }] of periods.entries()) {
    ask.report({ what: `veiligheidsmonitor ${period}`, done, total: periods.length });
    const answers = await Promise.all(
      groups.map(async (prefixes) => {
        const filter = `${startsWithAny(areaField, prefixes)} and Perioden eq '${key}'`;
        const rows = await readRows(`${address}/TypedDataSet${writeQuery({ filter, select })}`, ask);
        return rows.filter((row) => prefixes.some((prefix) => textOf(row, areaField).startsWith(prefix)));
      }),
    );
    for (const row of answers.flat()) {
      const margin = Object.entries(margins).find(([code]) => code === textOf(row, 'Marges'))?.[1];
      const area = readCountryCode(textOf(row, areaField));
      if (!margin || textOf(row, 'Perioden') !== key) continue;
      const own = cells.get(`${area} ${key}`) ?? { area, period, figures: new Map() };
      own.figures.set(margin, new Map(columns.map(({ id }) => [id, readCell(row[id])])));
      cells.set(`${area} ${key}`, own);
    }
  }
  if (![...cells.values()].some(({ area }) => area.startsWith('GM')))
    throw new InputError({
      file: address,
      message: 'it has no figures of the municipalities of the region',
      remedy: 'only municipalities above 70,000 inhabitants are in it: ask for a region that has one',
    });
  return cells;
}

function readCell(value: unknown): Cell {
  return typeof value === 'number' ? value : typeof value === 'string' ? value.trim() : null;
}

function noteAbsent(areas: readonly string[], { region }: SourceRequest, notes: string[]): void {
  const absent = region.municipalities?.filter((code) => !areas.includes(code)) ?? [];
  if (absent.length)
    notes.push(
      `${absent.join(', ')} are not in the table: it has figures of municipalities above 70,000 inhabitants only.`,
    );
}
