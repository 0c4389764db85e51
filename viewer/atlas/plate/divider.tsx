import { useRef } from 'preact/hooks';
import { changeView, view } from '../../state/link/view.ts';
import { panelAt } from '../../state/panel/panels.ts';
import { describeSubject } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';

const steps: Readonly<Record<string, (divider: number) => number>> = {
  ArrowLeft: (divider) => divider - 0.02,
  ArrowDown: (divider) => divider - 0.02,
  ArrowRight: (divider) => divider + 0.02,
  ArrowUp: (divider) => divider + 0.02,
  PageDown: (divider) => divider - 0.1,
  PageUp: (divider) => divider + 0.1,
  Home: () => 0,
  End: () => 1,
};

/** Between two maps that lie over each other: drag it or move it with the arrow keys (ARIA: a window splitter). */
export function Divider() {
  const line = useRef<HTMLDivElement>(null);
  const { divider } = view.value;
  const text = words.value.compare;
  const move = (share: number) => {
    const kept = Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
    changeView({ divider: kept }, 'replace');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    move(step(view.peek().divider));
  };
  const onPointerMove = (event: PointerEvent) => {
    const room = line.current?.parentElement?.getBoundingClientRect();
    if (room && line.current?.hasPointerCapture(event.pointerId))
      move((event.clientX - room.left) / room.width);
  };
  return (
    <div
      ref={line}
      class="divider"
      style={{ '--divider': divider }}
      role="slider"
      tabIndex={0}
      aria-label={text.divider}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(divider * 100)}
      aria-valuetext={text.dividerAt(
        Math.round(divider * 100),
        describeSubject(panelAt(0))?.period ?? '',
        describeSubject(panelAt(1))?.period ?? '',
      )}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        event.preventDefault();
      }}
      onPointerMove={onPointerMove}
    >
      <span class="divider-grip" aria-hidden="true" />
    </div>
  );
}
