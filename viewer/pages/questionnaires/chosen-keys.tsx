interface ChosenKeysProps {
  readonly label: string;
  readonly keys: readonly (readonly [key: string, name: string])[];
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}

/** Several of the answers to a question. */
export function ChosenKeys({ label, keys, chosen, change }: ChosenKeysProps) {
  return (
    <div class="chosen-keys" role="group" aria-label={label}>
      <span class="chosen-keys-label">{label}</span>
      {keys.map(([key, name]) => (
        <label key={key} class="form-check">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ currentTarget }) =>
              change(
                currentTarget.checked
                  ? keys.map(([one]) => one).filter((one) => one === key || chosen.includes(one))
                  : chosen.filter((one) => one !== key),
              )
            }
          />
          <span>
            {name} <span class="soft small">{key}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
