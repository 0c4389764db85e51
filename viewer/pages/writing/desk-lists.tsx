import { dayAfter, formatDay } from '../../../geodata/day.ts';
import type { DeskBody } from '../../data/contract.ts';
import { writeSubject } from '../../figures/stories/story-text.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { language } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';

type Row = DeskBody['rows'][number];

/** Days before the last one from which on somebody is asked to renew. */
const soon = 30;

/** How it stands, by the word for it. */
export function nameState(row: Pick<Row, 'state' | 'isOver' | 'isShown' | 'isNewestShown'>): string {
  const { states } = contributionWords.value;
  if (row.isOver && row.isShown) return states.over;
  if (row.isShown && !row.isNewestShown && row.state === 'draft') return states.revised;
  return states[row.state];
}

/** What waits, what is over soon, what is one's own, and what one edits. */
export function DeskLists({ rows }: { readonly rows: readonly Row[] }) {
  const { desk: text } = contributionWords.value;
  const limit = dayAfter(new Date(), soon);
  const toRead = rows.filter(({ state, mayPublish }) => state === 'offered' && mayPublish);
  const toRenew = rows.filter(
    (row) => row.isShown && row.mayChange && row.endsOn !== null && row.endsOn <= limit,
  );
  const own = rows.filter(({ isOwn }) => isOwn);
  const edited = rows.filter((row) => !row.isOwn && !toRead.includes(row));
  return (
    <>
      {toRead.length > 0 && <DeskList heading={text.toRead} rows={toRead} />}
      {toRenew.length > 0 && <DeskList heading={text.toRenew} rows={toRenew} />}
      <DeskList heading={text.own} rows={own} />
      {edited.length > 0 && <DeskList heading={text.edited} rows={edited} />}
    </>
  );
}

function DeskList({ heading, rows }: { readonly heading: string; readonly rows: readonly Row[] }) {
  const { desk: text, kinds } = contributionWords.value;
  return (
    <section>
      <h2>{heading}</h2>
      {rows.length === 0 && <p>{text.nothing}</p>}
      <ul class="form-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <ViewLink change={{ page: 'writing', contribution: row.id }}>
                <span lang={row.lang}>{row.title}</span>
              </ViewLink>
              <span class="status">{nameState(row)}</span>
              <span class="soft small">
                {[kinds[row.kind], writeSubject(row), formatDay(row.writtenAt, language.value)]
                  .filter(Boolean)
                  .join(' · ')}
                {row.remark && ` · ${text.asked(row.remark)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
