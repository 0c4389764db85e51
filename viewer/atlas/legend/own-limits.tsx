import { useSignal } from '@preact/signals';
import { fewestClasses, mostClasses, roundUp } from '../../../geodata/classes/classify.ts';
import { type Classes, ownClasses } from '../../../geodata/link/view.ts';
import { parseLimits } from '../../parts/typed-limits.ts';
import { changeClasses, language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

interface OwnLimitsProps {
  readonly classes: Classes;
  readonly decimals: number;
}

/** The inner limits of classes of one's own, as a text to edit: `10; 20; 40,5`. */
export function OwnLimits({ classes, decimals }: OwnLimitsProps) {
  const text = words.value.legend;
  const problem = useSignal<string | null>(null);
  const locale = language.value === 'nl' ? 'nl-NL' : 'en-GB';
  const written = classes.limits
    .map((limit) => limit.toLocaleString(locale, { maximumFractionDigits: decimals, useGrouping: false }))
    .join('; ');
  const change = (typed: string) => {
    const limits = parseLimits(typed);
    const own = limits && ownClasses(roundUp(limits, { decimals }));
    problem.value = own ? null : text.badLimits(fewestClasses - 1, mostClasses - 1);
    if (own) changeClasses({ classes: own });
  };
  return (
    <label class="own-limits">
      <span>{text.limits}</span>
      <input
        key={written}
        type="text"
        inputMode="decimal"
        defaultValue={written}
        aria-invalid={problem.value !== null}
        aria-describedby="own-limits-problem"
        onChange={(event) => change(event.currentTarget.value)}
      />
      <span id="own-limits-problem" class="small problem" role="status">
        {problem.value}
      </span>
    </label>
  );
}
