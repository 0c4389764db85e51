import { type StepState, stepStates } from '../../../geodata/policy/cycle.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { policyWords } from '../../state/screen/policy-words.ts';

interface StateFieldProps {
  readonly value: StepState;
  readonly change: (value: StepState) => void;
}

/** How far something is. */
export function StateField({ value, change }: StateFieldProps) {
  const { cycle, states } = policyWords.value;
  return (
    <ChoiceField
      label={cycle.state}
      value={value}
      options={stepStates.map((state) => [state, states[state]] as const)}
      change={change}
    />
  );
}
