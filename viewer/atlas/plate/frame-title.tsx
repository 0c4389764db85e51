import { changeView, view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, listDifferences } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';

/** What a panel shows, short: its period, and what other panels show otherwise; pressing it makes the panel the one that tree, legend and timeline speak of. */
export function FrameTitle({ panel }: { readonly panel: Panel }) {
  const subject = describeSubject(panel);
  if (!subject) return null;
  const isActive = view.value.active === panel.index;
  const [name, ...rest] = listDifferences(subject, panels.value.map(describeSubject));
  return (
    <button
      type="button"
      class="frame-title"
      aria-pressed={isActive}
      title={words.value.compare.activate}
      onClick={() => changeView({ active: panel.index }, 'replace')}
    >
      <span class="frame-period">{subject.period}</span>
      {name && <span class="frame-subject">{name}</span>}
      {rest.some(Boolean) && <span class="soft">{rest.filter(Boolean).join(', ')}</span>}
    </button>
  );
}
