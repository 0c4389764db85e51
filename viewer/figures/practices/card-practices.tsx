import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { verdicts } from '../../../geodata/comparing/chance/findings.ts';
import { offerPractices } from '../../../geodata/contribution/practice-offer.ts';
import { area } from '../../state/area/selection.ts';
import { boundaryYear, shown, shownParts } from '../../state/catalog.ts';
import { listSameSubject } from '../../state/contributions.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { createResource } from '../../state/resource.ts';
import { areOffersDrawn } from '../../state/screen/activity.ts';
import { OfferList } from './offer-list.tsx';
import { readOffered } from './offered.ts';

/** Whether the card is on screen: nothing is fetched before. */
const isDrawn = signal(false);
const wanted = computed(() => {
  const [address, level] = [shown.value?.indicator, shownParts.level.value];
  return isDrawn.value && shownParts.area.value && address && level
    ? { indicator: listSameSubject(address), level, carry: shownParts.carry.value }
    : null;
});
const offered = createResource(wanted, readOffered);

/** On which side of the reference the area of the card lies by more than chance, as the page of what differs finds; null where it does not. */
const side = computed(() => {
  const [pinned, comparison] = [area.data.value, activePanel.value.comparison.result.value];
  if (!pinned || pinned.index === null || !comparison) return null;
  if (pinned.level !== shownParts.level.value || pinned.boundaryYear !== boundaryYear.value) return null;
  const verdict = verdicts[comparison.verdicts[pinned.index] ?? 0];
  return verdict === 'higher' || verdict === 'lower' ? { code: pinned.code, side: verdict } : null;
});

/** On the card: what others did about the problem of the figure, where the area has it. */
export function CardPractices() {
  const known = offered.current.value;
  const isAsked = known !== null && known.practices.length > 0;
  useEffect(() => {
    isDrawn.value = true;
    return () => {
      isDrawn.value = false;
    };
  }, []);
  useEffect(() => {
    areOffersDrawn.value = isAsked;
    return () => {
      areOffersDrawn.value = false;
    };
  }, [isAsked]);
  if (!known || !side.value) return null;
  return <OfferList offers={offerPractices(known.practices, [side.value], known.peersOf)} />;
}
