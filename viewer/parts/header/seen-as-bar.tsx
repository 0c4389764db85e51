import { formatView } from '../../../geodata/link/view.ts';
import { municipalityNames } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import './seen-as-bar.css';

/** Says as whom an administrator sees the site, while that lasts, and ends it: the page is loaded anew. */
export function SeenAsBar() {
  const text = words.value.seenAs;
  const { seeAs } = view.value;
  if (seeAs === null) return null;
  const who =
    seeAs === 'public' || seeAs === 'partner' || seeAs === 'police'
      ? text.readers[seeAs]
      : text.municipality(municipalityNames.value.get(seeAs) ?? seeAs);
  return (
    <aside class="seen-as" aria-label={text.label}>
      <p>{text.sentence(who)}</p>
      <a class="button" href={`${location.pathname}${formatView({ ...view.value, seeAs: null })}`}>
        {text.end}
      </a>
    </aside>
  );
}
