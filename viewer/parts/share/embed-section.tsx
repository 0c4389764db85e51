import { useSignal } from '@preact/signals';
import { type EmbedKind, type EmbedTheme, embedKinds, embedThemes } from '../../../geodata/link/embed.ts';
import { isPlainView } from '../../../geodata/link/plain-view.ts';
import { shown } from '../../state/catalog.ts';
import { isHeldFrozen } from '../../state/panel/frozen-panels.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { copyText } from './copying.ts';
import { addressEmbed, writeEmbedCode } from './embed-code.ts';
import { addressToShare, nameSeen } from './shared-view.ts';

/** The same as code for a page of another site: of the public figures alone, in a frame. */
export function EmbedSection({ tell }: { readonly tell: (message: string) => void }) {
  const text = shareWords.value.share;
  const kind = useSignal<EmbedKind>('map');
  const theme = useSignal<EmbedTheme>('system');
  const current = shown.value;
  if (!current) return null;
  const isPlain = isPlainView(current) && !isHeldFrozen.value;
  const needsArea = (each: EmbedKind) => (each === 'chart' || each === 'figure') && !current.area;
  const address = addressEmbed(addressToShare('living'), kind.value, theme.value);
  const code = writeEmbedCode(address, nameSeen(), kind.value);
  return (
    <details class="share-embed">
      <summary>{text.embed}</summary>
      {isPlain ? (
        <>
          <p class="soft small">{text.embedHint}</p>
          <fieldset class="share-embed-kinds">
            <legend>{text.embedWhat}</legend>
            {embedKinds.map((each) => (
              <label key={each} class="form-check">
                <input
                  type="radio"
                  name="embed-kind"
                  checked={kind.value === each}
                  disabled={needsArea(each)}
                  onChange={() => {
                    kind.value = each;
                  }}
                />
                <span>{text.embeds[each]}</span>
              </label>
            ))}
          </fieldset>
          {!current.area && <p class="soft small">{text.embedNeedsArea}</p>}
          <ChoiceField
            label={text.embedTheme}
            value={theme.value}
            options={embedThemes.map((each) => [each, text.themes[each]] as const)}
            change={(chosen) => {
              theme.value = chosen;
            }}
          />
          <label class="share-embed-code">
            <span>{text.embedCode}</span>
            <textarea
              readOnly
              rows={6}
              spellcheck={false}
              value={code}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          </label>
          <div class="share-actions">
            <button
              type="button"
              class="button"
              onClick={() =>
                copyText(code).then(
                  () => tell(text.embedCopied),
                  () => tell(text.notCopied),
                )
              }
            >
              {text.copyEmbed}
            </button>
            <a class="button" href={address} target="_blank" rel="noopener">
              {text.seeEmbed}
            </a>
          </div>
        </>
      ) : (
        <p class="soft small">{text.embedNeedsPlain}</p>
      )}
    </details>
  );
}
