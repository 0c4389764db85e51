import { classesEach } from '../../../geodata/connection/bivariate.ts';
import { wrapText, writeText } from '../export/picture.ts';
import { listLegends, type MapLegend, swatchSize } from './legend-entries.ts';

/** Lengths of a legend whose letters are of a size. */
const measureFor = (size: number) => ({
  size,
  row: size * 1.64,
  /** Letters are about this wide. */
  letter: size * 0.56,
  /** What a swatch grows by. */
  scale: size / 11,
  indent: (size / 11) * (swatchSize.width + 6),
});
type Measure = ReturnType<typeof measureFor>;

interface Drawn {
  readonly parts: SVGElement[];
  readonly height: number;
}

/** What the colours of each map mean, in rows within a width; its elements lie below `top`. Gives how high it is. */
export function drawLegends(width: number, top: number): Drawn {
  const measure = measureFor(11);
  const parts: SVGElement[] = [];
  let y = top + 8;
  for (const legend of listLegends()) {
    const drawn = drawLegend(legend, { x: 0, y, width, isInRows: true, measure });
    parts.push(...drawn.parts);
    y += drawn.height + 4;
  }
  return { parts, height: y - top };
}

/** Letters of a legend beside maps of `usualHeight`, pixels: the largest that fit are taken. */
const sizes = [34, 30, 26, 22, 19, 16, 13] as const;
const usualHeight = 900;
/** Letters in a line beside maps. */
const lettersInLine = 24;
/** Of more maps the legends stand in two columns. */
const mostInColumn = 2;

/**
 * The same beside maps of this height, in one column or two, as large as there is room for, so that it can be read where the
 * picture is projected. They begin at `x`. Gives how wide they are; 0 where there is nothing to say.
 */
export function drawLegendsBeside(
  x: number,
  height: number,
): { readonly parts: readonly SVGElement[]; readonly width: number } {
  const legends = listLegends();
  const columns = legends.length > mostInColumn ? 2 : 1;
  let drawn: ReturnType<typeof drawColumns> | null = null;
  if (legends.length > 0)
    for (const size of sizes) {
      drawn = drawColumns(legends, columns, x, measureFor((size * height) / usualHeight));
      if (drawn.height <= height) break;
    }
  return drawn ?? { parts: [], width: 0 };
}

/** Legends from left to right, then down, as their maps stand. */
function drawColumns(legends: readonly MapLegend[], columns: number, x: number, measure: Measure) {
  const width = measure.letter * lettersInLine + measure.indent;
  const ends = new Array<number>(columns).fill(0);
  const parts = legends.flatMap((legend, index) => {
    const column = index % columns;
    const y = ends[column] ?? 0;
    const left = x + measure.size + column * (width + measure.size);
    const drawn = drawLegend(legend, { x: left, y, width, isInRows: false, measure });
    ends[column] = y + drawn.height + measure.row / 2;
    return drawn.parts;
  });
  return { parts, width: measure.size + columns * (width + measure.size), height: Math.max(...ends) };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Entries beside each other as far as they fit, or each on lines of its own. */
  readonly isInRows: boolean;
  readonly measure: Measure;
}

function drawLegend({ heading, square, entries }: MapLegend, place: Place): Drawn {
  const { x, y, width, isInRows, measure } = place;
  const { size, row, letter, scale, indent } = measure;
  const ink = getComputedStyle(document.body).color;
  const parts: SVGElement[] = [];
  let line = y;
  const write = (text: string, left: number, weight: number, room: number) => {
    for (const [index, each] of (isInRows ? [text] : wrapText(text, room, size)).entries()) {
      if (index > 0) line += row;
      parts.push(writeText(each, { x: left, y: line + row * 0.67, size, weight, ink }));
    }
  };
  const put = (drawing: SVGElement, left: number) => {
    drawing.setAttribute('transform', `translate(${left} ${line + row * 0.11}) scale(${scale})`);
    parts.push(drawing);
  };
  if (heading) {
    write(heading, x, 600, width);
    line += row;
  }
  if (square) {
    put(square.drawing, x);
    line += classesEach * swatchSize.height * scale + row / 4;
    for (const label of square.labels) {
      write(label, x, 400, width);
      line += row;
    }
  }
  let left = x;
  for (const { label, swatch } of entries) {
    const taken = indent + label.length * letter + size * 1.45;
    if (left > x && (!isInRows || left + taken > x + width)) {
      left = x;
      line += row;
    }
    put(swatch, left);
    write(label, left + indent, 400, width - indent);
    left += taken;
  }
  return { parts, height: line + (entries.length > 0 ? row : 0) - y };
}
