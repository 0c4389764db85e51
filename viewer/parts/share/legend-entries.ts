import { chanceColour, fillOf, shapesOf } from '../../../geodata/classes/absence-pattern.ts';
import { type Colour, formatColour } from '../../../geodata/classes/colour.ts';
import { classesEach } from '../../../geodata/connection/bivariate.ts';
import { clusterKinds } from '../../../geodata/connection/clusters.ts';
import { formatUnit } from '../../../geodata/number.ts';
import { language, view } from '../../state/link/view.ts';
import { countAbsences, countStatuses } from '../../state/panel/counts.ts';
import { countKinds } from '../../state/panel/kinds.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { translate, words } from '../../state/screen/words.ts';
import { describeClasses } from '../class-labels.ts';
import { make } from '../export/picture.ts';
import { nameAbsence } from '../status-text.ts';
import { nameTest } from '../test-names.ts';

/** Of a fill beside its name. */
export const swatchSize = { width: 18, height: 12 } as const;

export interface LegendEntry {
  readonly label: string;
  /** Draws its fill as large as `swatchSize`, at the origin. */
  readonly swatch: SVGElement;
}

/** The colours of two indicators together: from left to right as one rises, upwards as the other does. */
export interface LegendSquare {
  /** Three swatches wide and high, at the origin. */
  readonly drawing: SVGElement;
  readonly labels: readonly [across: string, upwards: string];
}

/** What the colours of a map mean. */
export interface MapLegend {
  readonly heading: string;
  readonly square: LegendSquare | null;
  readonly entries: readonly LegendEntry[];
}

/** The legend of each map on screen that has one. */
export function listLegends(): MapLegend[] {
  const all = panels.value;
  return all.flatMap((panel) => {
    const heading = nameLegend(panel, all.length > 1);
    const square = drawSquare(panel);
    const entries = listEntries(panel);
    return heading === null || (entries.length === 0 && !square) ? [] : [{ heading, square, entries }];
  });
}

function nameLegend(panel: Panel, areSeveral: boolean): string | null {
  const [subject, measure] = [describeSubject(panel), measureOf(panel)];
  if (!subject || !measure) return null;
  const isOfKinds = panel.kinds.value !== null;
  const unit = isOfKinds ? '' : formatUnit(measure.unit, language.value);
  if (!areSeveral) return unit || (subject.difference ?? '');
  return `${panel.index + 1}. ${describeTitle(subject)}${unit && ` (${unit})`}`;
}

function listEntries(panel: Panel): LegendEntry[] {
  if (panel.view.value?.pair) {
    const found = panel.pair.map.value;
    return found ? listAbsences(panel, countAbsences(countStatuses(found.statuses))) : [];
  }
  const absences = listAbsences(panel, panel.counts.value?.absenceCounts ?? new Map());
  return [
    ...(panel.kinds.value ? listKinds(panel) : [...listClasses(panel), ...listChance(panel)]),
    ...absences,
  ];
}

function listClasses(panel: Panel): LegendEntry[] {
  const [classes, measure] = [panel.classes.value, measureOf(panel)];
  if (!classes || !measure) return [];
  return describeClasses(classes, measure, panel.loneValues.value).map((label, index) => ({
    label,
    swatch: drawSwatch(classes.colours[index]),
  }));
}

/** The grey of what may be chance, as far as there is any. */
function listChance(panel: Panel): LegendEntry[] {
  const label = view.value.chance === 'on' ? nameTest(panel) : null;
  const count = panel.counts.value?.chanceCount ?? 0;
  return label && count > 0 ? [{ label, swatch: drawSwatch(chanceColour(appearance.value)) }] : [];
}

/** The kinds of clusters that there are. */
function listKinds(panel: Panel): LegendEntry[] {
  const [drawn, found] = [panel.kinds.value, panel.clusters.map.value];
  if (!drawn || !found) return [];
  const counts = countKinds(found.kinds, clusterKinds.length);
  return clusterKinds.flatMap((kind, index) =>
    counts[index] === 0
      ? []
      : [{ label: words.value.clusters.kinds[kind], swatch: drawSwatch(drawn.colours[index]) }],
  );
}

function listAbsences(panel: Panel, counts: ReturnType<typeof countAbsences>): LegendEntry[] {
  const isOfPair = Boolean(panel.view.value?.pair);
  const indicator = isOfPair ? null : panel.indicator.value;
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([absence]) => ({
      label: nameAbsence(absence, indicator, isOfPair ? undefined : panel.counts.value?.reasonCounts),
      swatch: drawPattern(absence),
    }));
}

function drawSquare(panel: Panel): LegendSquare | null {
  const [drawn, x, y] = [panel.kinds.value, panel.indicator.value, panel.pair.indicator.value];
  if (!drawn || !x || !y) return null;
  const drawing = make('g', {});
  for (const [kind, colour] of drawn.colours.entries()) {
    const swatch = drawSwatch(colour);
    const across = (kind % classesEach) * swatchSize.width;
    const down = (classesEach - 1 - Math.floor(kind / classesEach)) * swatchSize.height;
    swatch.setAttribute('transform', `translate(${across} ${down})`);
    drawing.append(swatch);
  }
  return { drawing, labels: [`→ ${translate(x.name)}`, `↑ ${translate(y.name)}`] };
}

function drawSwatch(colour: Colour = [0, 0, 0]): SVGElement {
  return make('rect', { ...swatchSize, fill: formatColour(colour) });
}

function drawPattern(absence: Parameters<typeof fillOf>[0]): SVGElement {
  const { pattern, ink, paper } = fillOf(absence, appearance.value);
  const { size, lines, dots } = shapesOf(pattern);
  const id = `legend-${absence}`;
  const group = make('g', {});
  const tile = make('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' });
  tile.append(
    make('rect', { width: size, height: size, fill: formatColour(paper) }),
    ...lines.map(([x1, y1, x2, y2]) =>
      make('line', { x1, y1, x2, y2, stroke: formatColour(ink), 'stroke-width': pattern.weight }),
    ),
    ...dots.map(([cx, cy]) => make('circle', { cx, cy, r: pattern.weight / 2, fill: formatColour(ink) })),
  );
  group.append(tile, make('rect', { ...swatchSize, fill: `url(#${id})`, stroke: formatColour(ink) }));
  return group;
}
