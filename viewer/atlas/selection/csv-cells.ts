import { nameStatus } from '../../parts/status-text.ts';
import type { FigureOfArea } from '../../state/area/selection.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { describeStatus } from './figure-status.tsx';
import {
  canCompare,
  differenceUnit,
  referenceFigure,
  referenceName,
  referenceValueOf,
  wholeReference,
} from './reference.ts';
import { type ComparedRow, comparedRows } from './rows.ts';
import { sourceTitles } from './selection-source.tsx';

type Cells = (string | number | null)[];

/** The comparison as rows of cells, heads first: as on screen, each row with its source and the link that shows it. */
export function listCells(link: string): Cells[] {
  const text = words.value.selection.csv;
  const heads: Cells = [
    text.number,
    text.code,
    text.name,
    text.level,
    text.municipality,
    ...panels.value.flatMap(listHeads),
    text.reference,
    text.referenceValue,
    text.difference,
    text.differenceUnit,
    text.percent,
    text.direction,
    text.source,
    text.link,
  ];
  const foot = [sourceTitles().join('; '), link];
  const whole = wholeReference();
  const wholeRow = whole === null ? [] : [[...listReference(whole), ...foot]];
  return [heads, ...wholeRow, ...comparedRows.value.map((row) => [...listRow(row), ...foot])];
}

/** Beside other panels every head names its panel, so that no two heads are the same. */
function listHeads(panel: Panel): Cells {
  const text = words.value.selection.csv;
  const [subject, measure] = [describeSubject(panel), measureOf(panel)];
  const after = panels.value.length > 1 ? ` ${panel.index + 1}` : '';
  const title = subject ? describeTitle({ ...subject, areas: '' }) : '';
  const value = `${title}, ${measure?.unit ?? ''}${after && ` (${panel.index + 1})`}`;
  return [value, `${text.lower}${after}`, `${text.upper}${after}`, `${text.status}${after}`];
}

function listRow({ member, figures, difference }: ComparedRow): Cells {
  const { selection, levels } = words.value;
  const isCompared = difference !== null;
  return [
    member.number,
    member.code,
    member.name,
    levels[member.level].one,
    member.municipality,
    ...panels.value.flatMap((panel, index) => {
      const figure = figures[index];
      return figure
        ? listFigure(figure, describeStatus(figure, member, panel), panel)
        : [null, null, null, null];
    }),
    canCompare(activePanel.value) ? referenceName() : null,
    isCompared ? round(referenceValueOf(member.code, activePanel.value), activePanel.value) : null,
    round(difference?.amount, activePanel.value),
    isCompared ? differenceUnit(activePanel.value) : null,
    difference?.percent == null ? null : Number(difference.percent.toFixed(1)),
    difference && selection.directions[difference.direction],
  ];
}

/** The region or the country, in the first row; nothing stands against itself. */
function listReference(code: string): Cells {
  const figures = panels.value.flatMap((panel) => {
    const figure = referenceFigure(panel);
    return figure
      ? listFigure(figure, nameStatus(figure.status, panel.indicator.value, figure.reason), panel)
      : [null, null, null, null];
  });
  return [null, code, referenceName(), null, null, ...figures, null, null, null, null, null, null];
}

function listFigure({ value, lower, upper }: FigureOfArea, status: string, panel: Panel): Cells {
  return [round(value, panel), round(lower, panel), round(upper, panel), status];
}

/** As many decimals as the screen shows, without the rounding error of binary fractions. */
function round(value: number | null | undefined, panel: Panel): number | null {
  return value == null ? null : Number(value.toFixed(measureOf(panel)?.decimals ?? 0));
}
