import { type Result, type Row, reaches } from './measurement.ts';

export interface Measured {
  readonly row: Row;
  readonly result: Result;
}

const heads = ['#', 'what', 'ratio', 'goal', '', 'runs'] as const;

/** The results as a table for a terminal; what a result notes stands below its line. */
export function formatTable(all: readonly Measured[]): string {
  const lines = all.map((measured) => describeCells(measured));
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...lines.map((cells) => cells[index]?.length ?? 0)),
  );
  const align = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 1 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ');
  const body = all.flatMap(({ result: { note } }, index) => {
    const line = align(lines[index] ?? []);
    return note === undefined ? [line] : [line, `${' '.repeat((widths[0] ?? 0) + 2)}${note}`];
  });
  return [align(heads), ...body].join('\n');
}

/** The results as a table of Markdown. */
export function formatMarkdown(all: readonly Measured[]): string {
  const rows = all.map((measured) => {
    const { row, result } = measured;
    const [id, name, ratio, goal, met, runs] = describeCells(measured);
    const note = result.note ?? '';
    return `| ${[id, name, row.against, ratio, goal, met, runs, note].join(' | ')} |`;
  });
  return [
    '| # | what | against | ratio | goal | reached | runs | measured |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function describeCells({ row, result }: Measured): string[] {
  const { id, name, ratio, goal, unit, runs } = result;
  const sign = row.better === 'higher' ? '≥' : '≤';
  const met = reaches(row, result) ? 'yes' : 'no';
  return [String(id), name, formatRatio(ratio) + unit, `${sign} ${goal}${unit}`, met, String(runs)];
}

function formatRatio(ratio: number): string {
  return ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2);
}
