import type { RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './form.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly required?: boolean;
  /** Whether it takes the focus when it appears. */
  readonly isNext?: boolean;
  /** Who else moves the focus to it. */
  readonly input?: RefObject<HTMLInputElement | null>;
}

/** A field with its name above it. */
export function Field(props: FieldProps) {
  const { label, hint, value, change, type = 'text', inputMode = 'text', autocomplete = 'off' } = props;
  const { required = false, isNext = false } = props;
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = props.input ?? own;
  useEffect(() => {
    if (isNext) input.current?.focus();
  }, []);
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        type={type as 'text'}
        inputMode={inputMode}
        autocomplete={autocomplete as 'off'}
        required={required}
        spellcheck={false}
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A field of several lines with its name above it. */
export function LinesField({ label, hint, value, change }: LinesFieldProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}

interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}

interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}

/** A box to tick, with its name behind it. */
export function CheckField({ label, hint, value, change }: CheckFieldProps) {
  const id = useId();
  return (
    <label class="form-check">
      <input
        type="checkbox"
        checked={value}
        aria-labelledby={`${id}-name`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <span>
        <span id={`${id}-name`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} class="soft small">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
