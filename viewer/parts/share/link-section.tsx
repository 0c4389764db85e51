import { useSignal } from '@preact/signals';
import { shareWords } from '../../state/screen/share-words.ts';
import { copyText } from './copying.ts';
import { QrCode } from './qr-code.tsx';
import { describeSeen, type SharedLink, writeSentence } from './shared-view.ts';

interface LinkSectionProps {
  readonly link: SharedLink | null;
  /** Says what was done. */
  readonly tell: (message: string) => void;
}

/** The link itself: to copy, to mail, as a text and as a QR code. */
export function LinkSection({ link, tell }: LinkSectionProps) {
  const text = shareWords.value.share;
  const hasCode = useSignal(false);
  const copy = (content: string, message: string) =>
    copyText(content).then(
      () => tell(message),
      () => tell(text.notCopied),
    );
  return (
    <section class="share-link-section">
      <label>
        <span>{text.link}</span>
        <input
          readOnly
          value={link?.url ?? ''}
          placeholder={text.making}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      {link && !link.isShort && <p class="soft small">{text.failed}</p>}
      <div class="share-actions">
        <button
          type="button"
          class="button button-main"
          disabled={!link}
          onClick={() => link && copy(link.url, text.copied)}
        >
          {text.copy}
        </button>
        <button
          type="button"
          class="button"
          disabled={!link}
          onClick={() => link && copy(writeSentence(link.url), text.textCopied)}
        >
          {text.copyText}
        </button>
        <a class="button" href={addressOfMail(link?.url ?? location.href)}>
          {text.mail}
        </a>
        <button
          type="button"
          class="button"
          aria-expanded={hasCode.value}
          disabled={!link}
          onClick={() => {
            hasCode.value = !hasCode.value;
          }}
        >
          {text.qr}
        </button>
      </div>
      {link && hasCode.value && <QrCode url={link.url} />}
    </section>
  );
}

function addressOfMail(url: string): string {
  return `mailto:?subject=${encodeURIComponent(describeSeen())}&body=${encodeURIComponent(writeSentence(url))}`;
}
