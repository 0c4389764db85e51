import { defaultPanel } from '../../../geodata/link/view.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicators } from '../../state/catalog.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import { translate } from '../../state/screen/words.ts';

/** The figures whose source is the page of a document, each a way to its map; nothing where there are none. */
export function FiguresFrom({ document: id }: { readonly document: number }) {
  const { read: text } = documentWords.value;
  const found = indicators.value.filter(({ source }) => isPageOf(source?.url, id));
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{text.figures}</h3>
      <ul>
        {found.map(({ key, name }) => (
          <li key={key}>
            <ViewLink
              change={{
                page: 'map',
                contribution: null,
                panels: [{ ...defaultPanel, indicator: key }],
                arrangement: '1',
                active: 0,
              }}
            >
              {translate(name)}
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether an address is that of the page of a contribution on this site. */
function isPageOf(address: string | null | undefined, id: number): boolean {
  if (!address || !URL.canParse(address)) return false;
  const { origin, searchParams } = new URL(address);
  return origin === location.origin && searchParams.get('contribution') === String(id);
}
