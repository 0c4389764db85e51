import { isMapLevel } from '../../../geodata/level.ts';
import { defaultPanel, mostSelected, type View } from '../../../geodata/link/view.ts';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { policyWords } from '../../state/screen/policy-words.ts';

/** Ways to the map with the areas of a list beside each other: as many at once as a selection holds. */
export function TogetherLinks({ list }: { readonly list: SharedList }) {
  const { lists } = policyWords.value;
  const codes = list.areas.map(({ area }) => area);
  const parts = Array.from({ length: Math.ceil(codes.length / mostSelected) }, (_, index) =>
    codes.slice(index * mostSelected, (index + 1) * mostSelected),
  );
  const level = list.areas.map((each) => each.level).find(isMapLevel) ?? 'neighbourhood';
  const viewOf = (selection: readonly string[]): Partial<View> => ({
    page: 'map',
    tab: 'selection',
    list: null,
    selection,
    panels: [{ ...defaultPanel, indicator: list.indicator, level }],
    arrangement: '1',
    active: 0,
  });
  return (
    <section aria-labelledby="together" class="for-writers">
      <h2 id="together">{lists.together}</h2>
      <p>{lists.togetherIntro}</p>
      <p class="page-tools">
        {parts.map((selection, index) => {
          const first = index * mostSelected + 1;
          return (
            <ViewLink key={first} class="button" change={viewOf(selection)}>
              {parts.length === 1
                ? lists.viewAll(selection.length)
                : lists.view(first, first + selection.length - 1)}
            </ViewLink>
          );
        })}
      </p>
    </section>
  );
}
