import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './form.css';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly change: (value: Value) => void;
  /** Further options, in groups. */
  readonly children?: ComponentChildren;
}

/** Chooses one of a few, with its name above it. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, options, change, children } = props;
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value as Value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        {children}
      </select>
    </div>
  );
}
