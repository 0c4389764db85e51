import type { StepState } from '../../../geodata/policy/cycle.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import './state-mark.css';

/** How far something is: a shape that is told apart without colour, and the word. */
export function StateMark({ state }: { readonly state: StepState }) {
  return (
    <span class={`state-mark state-${state}`}>
      <StateShape state={state} />
      <span>{policyWords.value.states[state]}</span>
    </span>
  );
}

/** A ring, a ring that is half full, a full disc with a tick, or a dash; it says nothing to a screen reader. */
function StateShape({ state }: { readonly state: StepState }) {
  return (
    <svg class="state-shape" viewBox="0 0 16 16" aria-hidden="true">
      {state === 'not-applicable' ? (
        <path class="shape-line" d="M3.5 8h9" />
      ) : (
        <circle class={state === 'done' ? 'shape-full' : 'shape-ring'} cx="8" cy="8" r="6" />
      )}
      {state === 'in-progress' && <path class="shape-full" d="M8 2a6 6 0 0 1 0 12z" />}
      {state === 'done' && <path class="shape-tick" d="M5 8.2l2.2 2.2L11.2 6" />}
    </svg>
  );
}
