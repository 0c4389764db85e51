import { words } from '../../state/screen/reading-words.ts';
import { changeSite, outcome } from './settings.ts';

/** Whether the whole site is closed to who has not signed in. */
export function SiteSetting({ isClosed }: { readonly isClosed: boolean }) {
  const text = words.value.access;
  return (
    <section aria-labelledby="site">
      <h2 id="site">{text.site}</h2>
      <p>{isClosed ? text.siteClosed : text.siteOpen}</p>
      <p>
        <button
          type="button"
          class="button"
          disabled={outcome.value === 'saving'}
          onClick={() => changeSite(!isClosed)}
        >
          {isClosed ? text.openSite : text.closeSite}
        </button>
      </p>
    </section>
  );
}
