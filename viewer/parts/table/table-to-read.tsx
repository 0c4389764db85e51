import type { ComponentChildren } from 'preact';
import { municipalityOf } from '../../state/area/selection.ts';
import { ViewLink } from '../view-link.tsx';
import { Scrolling } from './scrolling.tsx';
import './table-to-read.css';

interface TableToReadProps {
  readonly label: string;
  /** Beside what every table of a page has. */
  readonly class?: string;
  /** Said by a screen reader before the table, where that is more than the label of the part. */
  readonly caption?: string;
  readonly children: ComponentChildren;
}

/** A table on a page to read, which slides sideways where the page is narrower. */
export function TableToRead({ label, class: className, caption, children }: TableToReadProps) {
  return (
    <Scrolling class="read-scroll" label={label}>
      <table class={className ? `read-table ${className}` : 'read-table'}>
        {caption && <caption class="hidden-text">{caption}</caption>}
        {children}
      </table>
    </Scrolling>
  );
}

/** The head of an area's row: its name leads to it on the map, with its municipality behind it. */
export function AreaHead({ code, name }: { readonly code: string; readonly name: string | undefined }) {
  return (
    <th scope="row">
      <ViewLink change={{ page: 'map', area: code, tab: 'area' }}>{name}</ViewLink>{' '}
      <span class="soft small">{municipalityOf(code)}</span>
    </th>
  );
}
