import { useId } from 'preact/hooks';
import { type Absence, fillOf } from '../../geodata/classes/fill.ts';
import { appearance } from '../state/screen/appearance.ts';
import { FillPattern } from './fill-pattern.tsx';

/** The pattern with which the map fills an area that has no figure. */
export function FillSwatch({ absence }: { readonly absence: Absence }) {
  const id = useId();
  return (
    <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <FillPattern id={id} fill={fillOf(absence, appearance.value)} />
      </defs>
      <rect width="20" height="14" fill={`url(#${id})`} />
    </svg>
  );
}
