import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { makeLazy } from '../lazy-part.tsx';

/** Its code, and that of the QR code, comes when it is first opened. */
const ShareDialog = makeLazy(
  () => import('./share-dialog.tsx').then((module) => module.ShareDialog),
  () => null,
);

/** Opens the ways to pass on what is on screen. */
export function ShareButton() {
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const { label } = words.value.share;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="tool tool-named"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="share" />
        <span>{label}</span>
      </button>
      {isOpen.value && (
        <ShareDialog
          onClose={() => {
            isOpen.value = false;
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
