import { type SeenReader, seenReaders } from '../../../geodata/link/seen-reader.ts';
import { formatView } from '../../../geodata/link/view.ts';
import { catalog } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';

/** Ways to see the map as another sees it; each loads the page anew, with nothing of what was fetched for oneself. */
export function SeeAsLinks() {
  const text = words.value;
  return (
    <section aria-labelledby="see-as">
      <h2 id="see-as">{text.access.seeAs}</h2>
      <p>{text.access.seeAsHint}</p>
      <ul class="see-as">
        {seenReaders.map((reader) => (
          <li key={reader}>
            <a href={linkAs(reader)}>{text.seenAs.readers[reader]}</a>
          </li>
        ))}
        {catalog.data.value?.municipalities.map(({ code, name }) => (
          <li key={code}>
            <a href={linkAs(code as SeenReader)}>{text.seenAs.municipality(name)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linkAs(seeAs: SeenReader): string {
  return `${location.pathname}${formatView({ ...view.value, page: 'map', seeAs })}`;
}
