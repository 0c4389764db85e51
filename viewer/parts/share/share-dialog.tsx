import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { makeShortLink } from '../../data/links.ts';
import { view, viewParts } from '../../state/link/view.ts';
import { isHeldFrozen } from '../../state/panel/frozen-panels.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { EmbedSection } from './embed-section.tsx';
import { HeldSection } from './held-section.tsx';
import { LinkSection } from './link-section.tsx';
import { PictureSection } from './picture-section.tsx';
import { addressToShare, goesOn, type SharedFigures, type SharedLink } from './shared-view.ts';
import '../form/form.css';
import './share.css';

/** All ways to pass on what is on screen, in one dialogue. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const figures = useSignal<SharedFigures>('living');
  const link = useSignal<SharedLink | null>(null);
  const told = useSignal('');
  const text = shareWords.value.share;
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const abort = new AbortController();
    const address = addressToShare(figures.value);
    link.value = null;
    makeShortLink({ address, frozen: figures.value === 'frozen' }, abort.signal).then(
      ({ id, hidden }) => {
        link.value = { url: `${location.origin}/s/${id}`, isShort: true, hidden };
      },
      () => {
        if (!abort.signal.aborted) link.value = { url: location.origin + address, isShort: false, hidden: 0 };
      },
    );
    return () => abort.abort();
  }, [figures.value, view.value]);
  return (
    <dialog
      ref={dialog}
      class="share-dialog"
      aria-labelledby="share-title"
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
      onClick={({ target, currentTarget }) => target === currentTarget && dialog.current?.close()}
    >
      <div class="share-body">
        <div class="share-head">
          <h2 id="share-title">{text.title}</h2>
          <button
            type="button"
            class="tool"
            aria-label={words.value.close}
            title={words.value.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <LinkSection link={link.value} tell={(message) => (told.value = message)} />
        <FiguresChoice figures={figures.value} choose={(chosen) => (figures.value = chosen)} />
        <HeldSection link={link.value} />
        {viewParts.page.value === 'map' && (
          <PictureSection url={link.value?.url ?? null} tell={(message) => (told.value = message)} />
        )}
        {viewParts.page.value === 'map' && <EmbedSection tell={(message) => (told.value = message)} />}
        <p class="share-told" role="status">
          {told.value}
        </p>
      </div>
    </dialog>
  );
}

interface FiguresChoiceProps {
  readonly figures: SharedFigures;
  readonly choose: (figures: SharedFigures) => void;
}

/** Whether the link goes along with later figures. */
function FiguresChoice({ figures, choose }: FiguresChoiceProps) {
  const text = shareWords.value.share;
  if (viewParts.page.value !== 'map') return <p class="soft small">{text.noFreezing}</p>;
  if (isHeldFrozen.value) return <p class="soft small">{text.alreadyFrozen}</p>;
  const hints = { living: goesOn() ? text.livingHint : text.livingOfPeriodHint, frozen: text.frozenHint };
  return (
    <fieldset class="share-figures">
      <legend>{text.figures}</legend>
      {(['living', 'frozen'] as const).map((each) => (
        <label key={each} class="form-check">
          <input type="radio" name="share-figures" checked={figures === each} onChange={() => choose(each)} />
          <span>
            {text[each]}
            <span class="soft small">{hints[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
