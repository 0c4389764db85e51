import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatDay } from '../../../geodata/day.ts';
import type { ShortLinksBody } from '../../data/contract.ts';
import { readShortLinks, removeShortLink } from '../../data/links.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { Waiting } from '../page-to-read.tsx';

type Link = ShortLinksBody['rows'][number];

/** As many rows as a page holds without a wait; the others are found by what they are called or lead to. */
const mostShown = 100;

/** Counts visits to the page and removals, after each of which the links are asked for. */
const askings = signal(0);
const links = createResource(
  computed(() => (askings.value > 0 ? askings.value : null)),
  (_asking, abort) => readShortLinks(abort),
);
const sought = signal('');
const told = signal('');

/** All short links that were made, each to be removed. */
export function ShortLinks() {
  const text = shareWords.value.links;
  useEffect(() => {
    told.value = '';
    askings.value++;
  }, []);
  const all = links.data.value;
  return (
    <section>
      <h2 id="short-links">{text.title}</h2>
      <p>{text.intro}</p>
      {all === null ? <Waiting /> : all.length === 0 ? <p>{text.none}</p> : <Found all={all} />}
      <p class="access-outcome" role="status">
        {told.value}
      </p>
    </section>
  );
}

function Found({ all }: { readonly all: readonly Link[] }) {
  const text = shareWords.value.links;
  const wanted = sought.value.trim().toLowerCase();
  const found = all.filter(({ id, address }) => `${id} ${address}`.toLowerCase().includes(wanted));
  return (
    <>
      {all.length > mostShown && (
        <p>
          <label>
            {text.search}{' '}
            <input
              type="search"
              value={sought.value}
              onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
            />
          </label>{' '}
          {text.shownOf(Math.min(found.length, mostShown), all.length)}
        </p>
      )}
      <Rows rows={found.slice(0, mostShown)} />
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly Link[] }) {
  const text = shareWords.value.links;
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
        {rows.map(({ id, address, isFrozen, createdOn }) => (
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
              <AskButton label={text.remove} about={text.named(id)} act={() => void remove(id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableToRead>
  );
}

async function remove(id: string): Promise<void> {
  const text = shareWords.value.links;
  try {
    await removeShortLink(id);
    told.value = text.removed(id);
  } catch {
    told.value = text.failed;
  }
  askings.value++;
}
