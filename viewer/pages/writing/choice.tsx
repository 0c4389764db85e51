import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  /** The options. */
  readonly children: ComponentChildren;
}

/** A list to choose from, with its name above it. */
export function Choice({ label, value, change, hint, children }: ChoiceProps) {
  const id = useId();
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {children}
      </select>
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
