import { NamedCaveats } from '../../figures/named-caveats.tsx';
import { caveatsAgainst } from '../../state/area/caveats.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { members, reference } from './members.ts';

/** Over the table of the selection: which of its areas do not compare with the reference as they stand, and why. */
export function MemberCaveats() {
  return (
    <NamedCaveats
      of={members.value.map(({ code, name }) => ({
        name,
        caveats: caveatsAgainst(activePanel.value, code, reference.value),
      }))}
    />
  );
}
