import { useId } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly change: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  /** The smallest difference; 1 where it is not said. */
  readonly step?: number | 'any';
  readonly isDisabled?: boolean;
  /** What stands behind the number, such as %. */
  readonly unit?: string;
}

/** A number with its name above it; what is no number leaves what was there. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, value, change, least, most, step = 1, isDisabled = false, unit } = props;
  const id = useId();
  return (
    <div class="form-field number-field">
      <label for={id}>{label}</label>
      <span class="number-field-value">
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          step={step}
          value={value}
          disabled={isDisabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            if (Number.isFinite(typed)) change(Math.min(most ?? typed, Math.max(least ?? typed, typed)));
            else currentTarget.value = String(value);
          }}
        />
        {unit && <span aria-hidden="true">{unit}</span>}
      </span>
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
