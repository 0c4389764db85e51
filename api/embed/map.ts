import { absences } from '../../geodata/classes/absence-pattern.ts';
import type { AreaClass } from '../../geodata/classes/area-class.ts';
import { labelClasses } from '../../geodata/classes/class-labels.ts';
import { formatUnit } from '../../geodata/number.ts';
import { statuses } from '../../geodata/observation.ts';
import { describeAbsence } from '../../geodata/status-words.ts';
import type { Language } from '../../geodata/text.ts';
import type { AreaEntry } from '../../sql/areas.ts';
import { writeFigure } from '../figures/figure-text.ts';
import { lightDark, type PictureSubject, writePattern, writePicture } from '../first-picture/svg.ts';
import { escapeText } from '../pages/escaped-text.ts';
import type { CatalogIndicator } from '../schemas/catalog.ts';
import { embedWords } from './words.ts';

/** One map of an embed: what it is drawn from, and what it is of. */
export interface EmbeddedMap {
  readonly subject: PictureSubject;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  /** `Geregistreerde misdrijven, 2025, buurten`. */
  readonly title: string;
  readonly areas: readonly AreaEntry[];
}

/** Maps with their legends, and a line each that says which area the pointer is on. */
export function writeMaps(maps: readonly EmbeddedMap[], chosen: string | null, language: Language): string {
  const figures = maps.map((map) => {
    const name = maps.length > 1 ? `<h2>${escapeText(map.title)}</h2>` : '';
    const rest = escapeText(describeChosen(map, chosen, language));
    const label = escapeText(embedWords[language].map(map.title));
    return [
      `<figure>${name}`,
      `<div class="map" role="img" aria-label="${label}">${writePicture(map.subject, { apart: true })}</div>`,
      `<p class="readout" data-rest="${rest}">${rest}</p>${writeLegend(map, language)}</figure>`,
    ].join('');
  });
  return `<div class="maps">${figures.join('')}</div>`;
}

/** What is said of the area of the link where it is on the map. */
function describeChosen(map: EmbeddedMap, chosen: string | null, language: Language): string {
  const area = map.areas.find(({ code }) => code === chosen);
  return area ? (describeAreas({ ...map, areas: [area] }, language)[String(area.index)] ?? '') : '';
}

/** What is said of each area of a map, by its number. */
export function describeAreas(
  { subject, indicator, period, areas }: EmbeddedMap,
  language: Language,
): Record<string, string> {
  const drawn = areas.flatMap(({ index, name }): [string, string][] => {
    if (index === null) return [];
    const { value, status, reason } = subject.figureOf(index);
    const figure = {
      value: Number.isFinite(value) ? value : null,
      status: statuses[status] ?? 'missing',
      period,
      reason,
    };
    return [[String(index), `${name}: ${writeFigure(figure, indicator, language)}`]];
  });
  return Object.fromEntries(drawn);
}

function writeLegend({ subject, indicator }: EmbeddedMap, language: Language): string {
  const { figures, colours, tiles, classOf, name } = subject;
  const { unit, decimals } = indicator;
  const labels = labelClasses(figures.classes, { decimals }, language, figures.findLone());
  const classes = labels.map((label, place) => {
    const [light, dark] = [colours.light[place], colours.dark[place]];
    const fill = light && dark ? lightDark(light, dark) : 'none';
    return writeEntry(`<rect width="18" height="12" fill="${fill}"/>`, label);
  });
  const drawn = tiles.flatMap(({ areas }) => [...areas.keys()]);
  const met = new Set<AreaClass>(drawn.map(classOf));
  const reasons = new Set(drawn.map((area) => subject.figureOf(area).reason));
  const absent = absences
    .filter((absence) => met.has(absence))
    .map((absence) => {
      const status = absence === 'boundary-changed' ? 'missing' : absence;
      const id = `${name}-legend-${absence}`;
      const swatch = `${writePattern(absence, id)}<rect width="18" height="12" fill="url(#${id})"/>`;
      return writeEntry(swatch, describeAbsence(status, reasons, language));
    });
  const head = `<li class="soft">${escapeText(formatUnit(unit, language))}</li>`;
  return `<ul class="legend">${head}${[...classes, ...absent].join('')}</ul>`;
}

const writeEntry = (swatch: string, label: string) =>
  `<li><svg viewBox="0 0 18 12" aria-hidden="true">${swatch}</svg>${escapeText(label)}</li>`;
