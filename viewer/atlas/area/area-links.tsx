import type { Area } from '../../data/contract.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { words } from '../../state/screen/words.ts';

/** What there is to read about an area: its report, and everything about its municipality. */
export function AreaLinks({ area }: { readonly area: Area }) {
  const text = words.value.pages;
  return (
    <p class="area-links">
      <ViewLink change={{ page: 'report', report: 'area', area: area.code }}>{text.openReport}</ViewLink>
      <ViewLink change={{ page: 'municipality', area: area.code }}>{text.openMunicipality}</ViewLink>
    </p>
  );
}
