import type { ValueSpan } from '../../geodata/link/view.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';
import { parseLimits } from './typed-limits.ts';

interface BrushRangeProps {
  readonly span: ValueSpan;
  readonly decimals: number;
  readonly onChange: (span: ValueSpan) => void;
}

/** The limits of what is brushed, to set apart from those of the classes; an empty field is no limit. */
export function BrushRange({ span, decimals, onChange }: BrushRangeProps) {
  const text = words.value.legend;
  const change = (side: keyof ValueSpan, typed: string) => {
    const limit = typed.trim() === '' ? null : parseLimits(typed)?.[0];
    if (limit === undefined) return false;
    const of = { ...span, [side]: limit };
    if (of.from !== null && of.to !== null && of.from >= of.to) return false;
    onChange(of);
    return true;
  };
  return (
    <span class="brush-range">
      {(['from', 'to'] as const).map((side) => (
        <label key={side}>
          {text.range[side]}
          <input
            key={write(span[side], decimals)}
            type="text"
            inputMode="decimal"
            defaultValue={write(span[side], decimals)}
            onChange={({ currentTarget }) => {
              currentTarget.ariaInvalid = String(!change(side, currentTarget.value));
            }}
          />
        </label>
      ))}
    </span>
  );
}

function write(limit: number | null, decimals: number): string {
  const locale = language.value === 'nl' ? 'nl-NL' : 'en-GB';
  return limit?.toLocaleString(locale, { maximumFractionDigits: decimals, useGrouping: false }) ?? '';
}
