import { viewParts } from '../../state/link/view.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { listHeld, listTitles, type SharedLink } from './shared-view.ts';

/** What whoever opens the link sees, and how much of it he may not see. */
export function HeldSection({ link }: { readonly link: SharedLink | null }) {
  const text = shareWords.value.share;
  const titles = listTitles();
  const isMap = viewParts.page.value === 'map';
  return (
    <section class="share-held" aria-labelledby="share-held">
      <h3 id="share-held">{text.holds}</h3>
      <ul>
        {titles.map((title) => (
          <li key={title}>{isMap ? title : text.page(title)}</li>
        ))}
        {listHeld().map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {link?.isShort && (
        <p class={link.hidden > 0 ? 'share-hidden' : 'soft small'}>
          {link.hidden > 0 ? text.hidden(link.hidden) : text.allSeen}
        </p>
      )}
    </section>
  );
}
