import { useId } from 'preact/hooks';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly choose: (file: File) => void;
}

/** Chooses a file; the same one can be chosen again after it was changed. */
export function FileField({ label, hint, accept, choose }: FileFieldProps) {
  const id = useId();
  return (
    <div class="form-field round-file">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onClick={({ currentTarget }) => {
          currentTarget.value = '';
        }}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) choose(file);
        }}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
