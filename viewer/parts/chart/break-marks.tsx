import type { Frame } from '../../../geodata/chart/paths.ts';
import { type Cut, findCuts } from '../../../geodata/chart/series.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

interface BreakMarksProps {
  readonly lines: readonly ChartLine[];
  readonly periods: readonly string[];
  readonly frame: Frame;
  readonly top: number;
  readonly bottom: number;
}

/** A thin mark halfway between two periods that do not compare. */
export function BreakMarks({ lines, periods, frame, top, bottom }: BreakMarksProps) {
  return findCuts(lines, periods).map((cut) => {
    const x = Math.round((frame.x(cut.before) + frame.x(cut.after)) / 2) + 0.5;
    return (
      <line key={`${cut.after} ${cut.reason}`} class="break-mark" x1={x} x2={x} y1={top} y2={bottom}>
        <title>{writeCut(cut)}</title>
      </line>
    );
  });
}

/** The same in words, under a chart. */
export function BreakNotes({ lines, periods }: Pick<BreakMarksProps, 'lines' | 'periods'>) {
  const cuts = findCuts(lines, periods);
  if (cuts.length === 0) return null;
  return (
    <ul class="break-notes small soft">
      {cuts.map((cut) => (
        <li key={`${cut.after} ${cut.reason}`}>{writeCut(cut)}</li>
      ))}
    </ul>
  );
}

/** `Breuk tussen 2019 en 2021: nieuwe vragenlijst`, with the lines that it concerns where those are not all. */
export function writeCut({ before, after, reason, names }: Cut): string {
  const write = (period: string) => formatPeriod(period, language.value);
  const sentence = words.value.breaks.between(write(before), write(after), reason);
  return names.length > 0 ? `${sentence} (${names.join(', ')})` : sentence;
}
