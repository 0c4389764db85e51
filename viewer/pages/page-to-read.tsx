import type { ComponentChildren } from 'preact';
import type { CatalogIndicator } from '../data/contract.ts';
import { Reference } from '../parts/source-reference.tsx';
import { words } from '../state/screen/words.ts';
import './page.css';

interface PageToReadProps {
  /** What the page is about: an indicator, of what, and when. */
  readonly subject: string;
  readonly choices: ComponentChildren;
  readonly source: CatalogIndicator['source'] | undefined;
  readonly children: ComponentChildren;
}

/** A page about one indicator, under its heading: what it is about, what can be chosen, the parts, and the source. */
export function PageToRead({ subject, choices, source, children }: PageToReadProps) {
  return (
    <>
      <p class="page-subject">{subject}</p>
      <PageChoices>{choices}</PageChoices>
      {children}
      {source && (
        <p class="soft small">
          {words.value.differences.source}: <Reference title={source.title} url={source.url} />
        </p>
      )}
    </>
  );
}

/** What can be chosen on a page, in a row that wraps. */
export function PageChoices({ children }: { readonly children: ComponentChildren }) {
  return <div class="page-choices">{children}</div>;
}

/** Stands where a page, or a part of it, will. */
export function Waiting() {
  return <div class="skeleton reading-waiting" />;
}
