import { formatValue } from '../../geodata/number.ts';
import { hasValue } from '../../geodata/observation.ts';
import { words } from '../language/current.ts';
import { indicator } from '../state/catalog.ts';
import type { FigureOfArea } from '../state/selection.ts';
import { language } from '../state/view.ts';

/** A figure with its unit, and its status where that is more than "final"; or in words why there is none. */
export function describeFigure(figure: Pick<FigureOfArea, 'value' | 'status'> | null): {
  readonly value: string | null;
  readonly status: string | null;
} {
  const { statuses, plate } = words.value;
  if (!figure || !indicator.value) return { value: null, status: plate.noWords };
  if (figure.value === null || !hasValue(figure.status))
    return { value: null, status: statuses[figure.status] };
  const value = formatValue(figure.value, indicator.value, language.value);
  return { value, status: figure.status === 'final' ? null : statuses[figure.status] };
}

export function FigureText({ figure }: { readonly figure: FigureOfArea | null }) {
  const { value, status } = describeFigure(figure);
  return (
    <>
      {value && <strong class="figure-value">{value}</strong>}
      {status && <span class={value ? 'status' : 'status absent-status'}>{status}</span>}
    </>
  );
}
