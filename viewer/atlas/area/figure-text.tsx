import { isRemarked, nameStatus, writeStatus } from '../../parts/status-text.ts';
import type { FigureOfArea } from '../../state/area/selection.ts';
import { measureOf, writeFigure } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';

/** A figure with its unit, and its status where that is more than "final"; or in words why there is none. */
export function describeFigure(
  figure: Pick<FigureOfArea, 'value' | 'status' | 'reason' | 'measuredShare'> | null,
  panel: Panel = activePanel.value,
): { readonly value: string | null; readonly status: string | null } {
  const { plate } = words.value;
  const measure = measureOf(panel);
  if (!figure || !measure) return { value: null, status: plate.noWords };
  if (figure.value === null)
    return { value: null, status: nameStatus(figure.status, panel.indicator.value, figure.reason) };
  const value = writeFigure(figure.value, measure);
  return { value, status: isRemarked(figure) ? writeStatus(figure, panel.indicator.value) : null };
}

interface FigureTextProps {
  readonly figure: FigureOfArea | null;
  readonly panel?: Panel;
}

export function FigureText({ figure, panel = activePanel.value }: FigureTextProps) {
  const { value, status } = describeFigure(figure, panel);
  return (
    <>
      {value && <strong class="figure-value">{value}</strong>}
      {status && <span class={value ? 'status' : 'status absent-status'}>{status}</span>}
    </>
  );
}
