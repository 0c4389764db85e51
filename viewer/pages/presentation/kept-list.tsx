import { useEffect } from 'preact/hooks';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { changeView, viewParts } from '../../state/link/view.ts';
import { fetchKept, keptPresentations, removeKept } from '../../state/presentation/kept.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { writeDay } from '../../state/screen/times.ts';

/** The presentations of who is signed in, and those that his organisations share. */
export function KeptList() {
  const text = meetingWords.value.page;
  useEffect(() => void fetchKept(), []);
  const rows = keptPresentations.value?.rows ?? [];
  const remove = async (row: { id: string; version: number }) => {
    await removeKept(row);
    if (viewParts.presentation.peek() === row.id) changeView({ presentation: null });
  };
  return (
    <section aria-labelledby="kept-presentations">
      <h2 id="kept-presentations">{text.ownList}</h2>
      {rows.length === 0 && <p class="soft">{text.noneKept}</p>}
      <ul class="presentation-kept">
        {rows.map((row) => (
          <li key={row.id}>
            <ViewLink
              change={{ presentation: row.id, slides: null }}
              current={viewParts.presentation.value === row.id}
            >
              {row.title}
            </ViewLink>
            <span class="soft small">
              {[
                text.count(row.count),
                row.isOwn ? text.own : null,
                row.organisation ?? text.sharings[row.sharedWith],
                writeDay(row.changedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {row.isOwn && (
              <AskButton label={text.removeKept} about={row.title} act={() => void remove(row)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
