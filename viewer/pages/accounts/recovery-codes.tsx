import { useSignal } from '@preact/signals';
import { accountWords } from '../../state/screen/account-words.ts';

/** Recovery codes, which are shown once: to copy, and to say that they are kept. */
export function RecoveryCodes({
  codes,
  done,
}: {
  readonly codes: readonly string[];
  readonly done: () => void;
}) {
  const text = accountWords.value.invitation;
  const isCopied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    isCopied.value = true;
  };
  return (
    <section>
      <h2>{text.codes}</h2>
      <p>{text.codesHint}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => void copy().catch(() => undefined)}>
          {isCopied.value ? text.copied : text.copy}
        </button>
        <button type="button" class="button button-main" onClick={done}>
          {text.kept}
        </button>
      </div>
    </section>
  );
}
