import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatDay } from '../../../geodata/day.ts';
import type { ShortLinksBody } from '../../data/contract.ts';
import { readShortLinks, removeShortLink } from '../../data/links.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { Waiting } from '../page-to-read.tsx';

const rows = signal<ShortLinksBody['rows'] | null>(null);
const told = signal('');

/** All short links that were made, each to be removed. */
export function ShortLinks() {
  const text = shareWords.value.links;
  useEffect(() => {
    const abort = new AbortController();
    told.value = '';
    readShortLinks(abort.signal).then(
      (found) => (rows.value = found),
      () => undefined,
    );
    return () => abort.abort();
  }, []);
  return (
    <section>
      <h2 id="short-links">{text.title}</h2>
      <p>{text.intro}</p>
      {rows.value === null ? (
        <Waiting />
      ) : rows.value.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Rows all={rows.value} />
      )}
      <p class="access-outcome" role="status">
        {told.value}
      </p>
    </section>
  );
}

function Rows({ all }: { readonly all: ShortLinksBody['rows'] }) {
  const text = shareWords.value.links;
  const remove = async (id: string) => {
    try {
      rows.value = await removeShortLink(id);
      told.value = text.removed(id);
    } catch {
      told.value = text.failed;
    }
  };
  return (
    <TableToRead label={text.title} class="short-links">
      <thead>
        <tr>
          <th scope="col">{text.link}</th>
          <th scope="col">{text.leadsTo}</th>
          <th scope="col">{text.madeOn}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {all.map(({ id, address, isFrozen, createdOn }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/s/${id}`}>{id}</a>
            </th>
            <td class="short-link-address">
              {address}
              {isFrozen && <span class="status">{text.frozen}</span>}
            </td>
            <td>{formatDay(createdOn, language.value)}</td>
            <td>
              <button type="button" class="button" aria-label={text.removeOf(id)} onClick={() => remove(id)}>
                {text.remove}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </TableToRead>
  );
}
