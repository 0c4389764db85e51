import { fillOf, shapesOf } from '../../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../../geodata/classes/colour.ts';
import { formatUnit } from '../../../geodata/number.ts';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { appearance } from '../../state/screen/appearance.ts';
import { describeClasses } from '../class-labels.ts';
import { make, writeText } from '../export/picture.ts';
import { nameAbsence } from '../status-text.ts';

const row = 18;
/** Letters are about this wide, for their size. */
const letter = 6.2;

interface Entry {
  readonly label: string;
  /** Draws its fill as wide and high as this at its place. */
  readonly swatch: SVGElement;
}

/** What the colours of each map mean, in rows within a width; its elements lie below `top`. Gives how high it is. */
export function drawLegends(
  width: number,
  top: number,
): { readonly parts: SVGElement[]; readonly height: number } {
  const ink = getComputedStyle(document.body).color;
  const parts: SVGElement[] = [];
  const all = panels.value;
  let y = top + 8;
  for (const panel of all) {
    const entries = listEntries(panel);
    const heading = nameLegend(panel, all.length > 1);
    if (entries.length === 0 || !heading) continue;
    parts.push(writeText(heading, { x: 0, y: y + 12, size: 11, weight: 600, ink }));
    y += row;
    let x = 0;
    for (const { label, swatch } of entries) {
      const taken = 24 + label.length * letter + 16;
      if (x > 0 && x + taken > width) {
        x = 0;
        y += row;
      }
      swatch.setAttribute('transform', `translate(${x} ${y + 2})`);
      parts.push(swatch, writeText(label, { x: x + 24, y: y + 12, size: 11, weight: 400, ink }));
      x += taken;
    }
    y += row + 4;
  }
  return { parts, height: y - top };
}

function nameLegend(panel: Panel, areSeveral: boolean): string | null {
  const [subject, measure] = [describeSubject(panel), measureOf(panel)];
  if (!subject || !measure) return null;
  const unit = formatUnit(measure.unit, language.value);
  return areSeveral ? `${panel.index + 1}. ${describeTitle(subject)} (${unit})` : unit;
}

/** Of classes and of areas without a figure; a map of kinds has its own names on screen. */
function listEntries(panel: Panel): Entry[] {
  const [classes, counted, measure] = [panel.classes.value, panel.counts.value, measureOf(panel)];
  if (!classes || !measure || panel.kinds.value) return [];
  const ofClasses = describeClasses(classes, measure, panel.loneValues.value).map((label, index) => ({
    label,
    swatch: make('rect', { width: 18, height: 12, fill: formatColour(classes.colours[index] ?? [0, 0, 0]) }),
  }));
  const absent = [...(counted?.absenceCounts ?? [])].filter(([, count]) => count > 0);
  return [
    ...ofClasses,
    ...absent.map(([absence]) => ({
      label: nameAbsence(absence, panel.indicator.value, counted?.reasonCounts),
      swatch: drawPattern(absence),
    })),
  ];
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
  group.append(tile, make('rect', { width: 18, height: 12, fill: `url(#${id})`, stroke: formatColour(ink) }));
  return group;
}
