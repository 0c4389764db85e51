import type { ComponentChildren } from 'preact';
import { formatView, type View } from '../../geodata/link/view.ts';
import { changeView, view } from '../state/link/view.ts';

/** A link to another view of this page: opens at once, and in a tab of its own for who asks the browser for that. */
export function ViewLink({
  change,
  current,
  onFollow,
  children,
  ...rest
}: {
  readonly change: Partial<View>;
  /** Whether the view is the one on screen. */
  readonly current?: boolean;
  /** Done before the view opens here. */
  readonly onFollow?: () => void;
  readonly class?: string;
  readonly 'aria-label'?: string;
  readonly children: ComponentChildren;
}) {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    changeView(change);
  };
  return (
    <a
      {...rest}
      href={`${location.pathname}${formatView({ ...view.value, ...change })}`}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
