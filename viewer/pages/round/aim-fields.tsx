import { type Signal, useSignal } from '@preact/signals';
import { roundWords } from '../../state/screen/round-words.ts';
import { NumberField } from '../questionnaires/number-field.tsx';
import { type SampleAim, type StratumRow, usualResponse } from './plan-sample.ts';

interface AimFieldsProps {
  readonly aim: Signal<SampleAim>;
  readonly rows: Signal<readonly StratumRow[]>;
  readonly write: (rows: readonly StratumRow[]) => void;
}

/** How precise figures should be, and what is expected of who is invited. */
export function AimFields({ aim, rows, write }: AimFieldsProps) {
  const { strata: text } = roundWords.value;
  const response = useSignal(rows.value[0]?.expectedResponse ?? usualResponse);
  const change = (part: Partial<SampleAim>) => {
    aim.value = { ...aim.peek(), ...part };
  };
  const { precision, expectedShare, designEffect } = aim.value;
  return (
    <div class="round-form for-writers">
      <NumberField
        label={text.precision}
        hint={text.precisionHint}
        value={toPercent(precision)}
        least={0.5}
        most={50}
        step="any"
        change={(points) => change({ precision: points / 100 })}
      />
      <NumberField
        label={text.share}
        hint={text.shareHint}
        value={toPercent(expectedShare)}
        least={1}
        most={99}
        step="any"
        change={(share) => change({ expectedShare: share / 100 })}
      />
      <NumberField
        label={text.response}
        value={toPercent(response.value)}
        least={1}
        most={100}
        step="any"
        change={(share) => {
          response.value = share / 100;
          write(rows.peek().map((row) => ({ ...row, expectedResponse: share / 100 })));
        }}
      />
      <NumberField
        label={text.design}
        hint={text.designHint}
        value={designEffect}
        least={1}
        most={5}
        step="any"
        change={(effect) => change({ designEffect: effect })}
      />
    </div>
  );
}

/** Without the last digits of binary fractions: 0.07 is 7. */
export function toPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}
