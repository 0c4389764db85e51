import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';

type Outcome = 'copied' | 'by-hand';
const readingTime = 4_000;

/** Copies the link of what is on screen and says so; where the browser does not allow that, shows it to copy. */
export function ShareButton() {
  const outcome = useSignal<Outcome | null>(null);
  const { label, copied } = words.value.share;
  useEffect(() => {
    if (outcome.value !== 'copied') return;
    const timer = setTimeout(() => {
      outcome.value = null;
    }, readingTime);
    return () => clearTimeout(timer);
  }, [outcome.value]);

  const share = async () => {
    outcome.value = await navigator.clipboard.writeText(location.href).then(
      () => 'copied' as const,
      () => 'by-hand' as const,
    );
  };
  return (
    <div class="share">
      <button
        type="button"
        class="tool tool-named"
        aria-label={label}
        onClick={() => share().catch(() => (outcome.value = 'by-hand'))}
      >
        <Icon name="share" />
        <span>{label}</span>
      </button>
      <div class="share-outcome" role="status">
        {outcome.value === 'copied' && <p class="bubble">{copied}</p>}
      </div>
      {outcome.value === 'by-hand' && <LinkToCopy onClose={() => (outcome.value = null)} />}
    </div>
  );
}

function LinkToCopy({ onClose }: { readonly onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const text = words.value;
  return (
    <div class="bubble share-link" role="dialog" aria-label={text.share.label}>
      <label>
        <span>{text.share.copyThis}</span>
        <input
          ref={field}
          readOnly
          value={location.href}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </label>
      <button type="button" class="tool" aria-label={text.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
