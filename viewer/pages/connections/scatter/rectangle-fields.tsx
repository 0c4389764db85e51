import type { PairSpan, ValueSpan } from '../../../../geodata/link/view.ts';
import { BrushRange } from '../../../parts/brush-range.tsx';
import { translate, words } from '../../../state/screen/words.ts';
import { rectangle } from '../pair.ts';
import type { PairedIndicators } from '../title.ts';
import { brushRectangle } from './brushing.ts';

const open: ValueSpan = { from: null, to: null };

/** The sides of the brushed rectangle, to set without a pointer. */
export function RectangleFields({ of }: { readonly of: PairedIndicators }) {
  const text = words.value.connections;
  const span: PairSpan = rectangle.value ?? { x: open, y: open };
  return (
    <fieldset class="rectangle-fields">
      <legend>{text.rectangle}</legend>
      {(['x', 'y'] as const).map((side) => (
        <div key={side} role="group" aria-label={translate(of[side].name)}>
          <span>{translate(of[side].name)}</span>
          <BrushRange
            span={span[side]}
            decimals={of[side].decimals}
            onChange={(next) => brushRectangle({ ...span, [side]: next })}
          />
        </div>
      ))}
      {rectangle.value && (
        <button type="button" class="link" onClick={() => brushRectangle(null)}>
          {text.clearRectangle}
        </button>
      )}
    </fieldset>
  );
}
