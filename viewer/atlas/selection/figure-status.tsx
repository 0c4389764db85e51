import { formatNumber } from '../../../geodata/number.ts';
import { isRemarked, writeStatus } from '../../parts/status-text.ts';
import type { FigureOfArea } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { measureOf, writeFigure } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { words } from '../../state/screen/words.ts';
import type { SelectedFigure } from './levels.ts';
import type { Member } from './members.ts';

/** How a figure stands, in words: its status, or why the area can have none. */
export function describeStatus(figure: SelectedFigure, member: Member, panel: Panel): string {
  const { selection, levels } = words.value;
  if (figure.absent === 'boundaries') return selection.notIn(panel.boundaryYear.value ?? 0);
  if (figure.absent === 'level') return selection.noLevel(levels[member.level].one);
  return writeStatus(figure, panel.indicator.value);
}

interface MemberFigureProps {
  readonly member: Member;
  readonly figure: SelectedFigure | null;
  readonly panel: Panel;
}

/** The figure of a selected area without its unit, with status and bounds; in words where there is none. */
export function MemberFigure({ member, figure, panel }: MemberFigureProps) {
  if (!figure) return <span class="skeleton skeleton-number" aria-hidden="true" />;
  const status = describeStatus(figure, member, panel);
  if (figure.value === null) return <span class="absent-status">{status}</span>;
  return (
    <>
      <PlainFigure value={figure.value} panel={panel} />
      {isRemarked(figure) && <span class="status">{status}</span>}
      <Bounds figure={figure} panel={panel} />
    </>
  );
}

/** A figure without its unit, which stands above it: a change with its sign, one of per cents with a per cent sign. */
export function PlainFigure({ value, panel }: { readonly value: number; readonly panel: Panel }) {
  const measure = measureOf(panel);
  if (!measure) return null;
  const plain = writeFigure(value, { ...measure, unit: '' }).trim();
  return <strong class="figure-value">{plain}</strong>;
}

export function Bounds({ figure, panel }: { readonly figure: FigureOfArea; readonly panel: Panel }) {
  const { lower, upper } = figure;
  const decimals = measureOf(panel)?.decimals ?? 0;
  if (lower === null || upper === null) return null;
  const write = (bound: number) => formatNumber(bound, decimals, language.value);
  return (
    <span class="soft small bounds" title={words.value.area.boundsHint}>
      {words.value.legend.fromTo(write(lower), write(upper))}
    </span>
  );
}
