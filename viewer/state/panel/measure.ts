import { decimalsOf } from '../../../geodata/link/difference-classes.ts';
import { differenceKind } from '../../../geodata/link/view.ts';
import { formatDifference, formatValue } from '../../../geodata/number.ts';
import { language } from '../link/view.ts';
import { translate, words } from '../screen/words.ts';
import type { PanelFigures } from './panel-figures.ts';

/** In what a panel's figures are counted: the indicator's unit, or that of a difference in it. */
export interface Measure {
  readonly unit: string;
  readonly decimals: number;
  /** Whether figures are differences, written with their sign. */
  readonly signed: boolean;
}

/** A difference of a share is one of percentage points; a relative difference is one of per cents, in tenths. */
export function measureOf({ indicator, view }: Pick<PanelFigures, 'indicator' | 'view'>): Measure | null {
  const meant = indicator.value;
  if (!meant) return null;
  const kind = view.value && differenceKind(view.value);
  const decimals = decimalsOf(view.value, meant);
  if (kind === 'relative') return { unit: '%', decimals, signed: true };
  const unit = kind && meant.unit === '%' ? words.value.change.points : meant.unit;
  return { unit, decimals, signed: kind !== null };
}

/** A figure with its unit as the panel counts it: `84,2 per 1.000 inwoners`, `+3,1%`. */
export function writeFigure(value: number, measure: Measure): string {
  const text = formatValue(value, measure, language.value);
  if (!measure.signed) return text;
  const plain = formatValue(Math.abs(value), measure, language.value);
  const sign = formatDifference(value, measure.decimals, language.value).charAt(0);
  return sign === '+' || sign === '−' ? sign + plain : plain;
}

/** `Geregistreerde misdrijven per 1.000 inwoners`, in the language on screen. */
export function nameOf({ indicator }: Pick<PanelFigures, 'indicator'>): string {
  return indicator.value ? translate(indicator.value.name) : '';
}
