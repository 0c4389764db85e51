import type { ComponentChildren } from 'preact';

interface ScrollingProps {
  /** What the part is called by a screen reader. */
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A part that scrolls within the page, by keyboard too. */
export function Scrolling({ label, class: className, children }: ScrollingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
    <div class={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
