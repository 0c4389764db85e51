import { words } from '../language/current.ts';
import type { Panel } from '../state/panel.ts';
import { changeView, view } from '../state/view.ts';
import { describeRest, describeSubject } from './subject.ts';

/** What a panel shows, short; pressing it makes the panel the one that tree, legend and timeline speak of. */
export function FrameTitle({ panel }: { readonly panel: Panel }) {
  const subject = describeSubject(panel);
  if (!subject) return null;
  const isActive = view.value.active === panel.place;
  return (
    <button
      type="button"
      class="frame-title"
      aria-pressed={isActive}
      title={words.value.compare.activate}
      onClick={() => changeView({ active: panel.place }, 'replace')}
    >
      <span class="frame-period">{subject.period}</span>
      <span class="frame-subject">{subject.name}</span>
      <span class="soft">{describeRest(subject)}</span>
    </button>
  );
}
