import type { TrailBody } from '../../data/contract.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { words } from '../../state/screen/words.ts';
import { describeDetail, nameActor, nameSubject } from './trail-text.ts';
import '../../parts/table/table-to-read.css';

type Entry = TrailBody['entries'][number];

/** A row an act; on a phone its cells stand below each other. */
export function TrailEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const text = accountWords.value.trail;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="trail-scroll" tabIndex={0} aria-label={words.value.pages.trail}>
      <table class="trail-table stacked-table">
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.about}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.number} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { acts } = accountWords.value.trail;
  const [subject, detail] = [nameSubject(entry), describeDetail(entry.detail)];
  return (
    <tr>
      <td class="trail-number">{entry.number}</td>
      <td>{writeTime(entry.at)}</td>
      <td>{nameActor(entry.actor, entry.name)}</td>
      <td class="trail-act">{acts[entry.act] ?? entry.act}</td>
      <td>
        {subject}
        {subject && detail && ': '}
        {detail && <span class="soft">{detail}</span>}
      </td>
    </tr>
  );
}
