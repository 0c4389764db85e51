import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { encode } from 'uqr';
import { shareWords } from '../../state/screen/share-words.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';

/** The QR code of a link, with a way to fill the screen with it. */
export function QrCode({ url }: { readonly url: string }) {
  const text = shareWords.value.share;
  const isLarge = useSignal(false);
  return (
    <div class="share-qr">
      <QrDrawing url={url} />
      <div>
        <p class="soft small">{text.qrHint}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            isLarge.value = true;
          }}
        >
          {text.qrLarge}
        </button>
      </div>
      {isLarge.value && (
        <LargeCode
          url={url}
          onClose={() => {
            isLarge.value = false;
          }}
        />
      )}
    </div>
  );
}

/** Dark on light in both themes: cameras read nothing else well. */
function QrDrawing({ url }: { readonly url: string }) {
  const { data, size } = encode(url, { border: 3, ecc: 'M' });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      class="qr-drawing"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={shareWords.value.share.qrOf(url)}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}

/** For a projector: the code and the link alone, over everything. */
function LargeCode({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // Where a browser does not allow it, the code fills the window.
    current?.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  return (
    <dialog ref={dialog} class="qr-large" aria-label={shareWords.value.share.qr} onClose={onClose}>
      <QrDrawing url={url} />
      <p>{url.replace(/^https?:\/\//, '')}</p>
      <button
        type="button"
        class="tool"
        aria-label={words.value.close}
        onClick={() => dialog.current?.close()}
      >
        <Icon name="close" />
      </button>
    </dialog>
  );
}
