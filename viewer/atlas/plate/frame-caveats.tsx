import { writeCaveat } from '../../figures/caveat-text.ts';
import { caveatsBetween } from '../../state/area/caveats.ts';
import { language } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';

/** On a map beside others: why its figures do not compare as they stand with those of the map before it. */
export function FrameCaveats({ panel }: { readonly panel: Panel }) {
  const before = panels.value
    .slice(0, panel.index)
    .findLast(({ indicator }) => indicator.value?.key === panel.indicator.value?.key);
  const caveats = before ? caveatsBetween(before, panel) : [];
  if (!before || caveats.length === 0) return null;
  return (
    <div class="frame-caveats note small">
      <p class="soft">{words.value.compare.beside(before.index + 1)}</p>
      {caveats.map((caveat) => {
        const sentence = writeCaveat(caveat, words.value, language.value);
        return <p key={sentence}>{sentence}</p>;
      })}
    </div>
  );
}
