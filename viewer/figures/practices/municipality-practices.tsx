import { useMemo } from 'preact/hooks';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { offerPractices, type PracticeOffer } from '../../../geodata/contribution/practice-offer.ts';
import { useResource } from '../../parts/use-resource.ts';
import { shownParts } from '../../state/catalog.ts';
import { listSameSubject } from '../../state/contributions.ts';
import { type FigureRow, listOutstanding } from '../figure-rows.ts';
import { OfferList } from './offer-list.tsx';
import { type Offered, type OfferedPractice, readOffered } from './offered.ts';

interface MunicipalityPracticesProps {
  readonly code: string;
  /** Its figures, held against the reference. */
  readonly rows: readonly FigureRow[];
}

/** On the page of a municipality: what others did about what stands out there, those of municipalities like it first. */
export function MunicipalityPractices({ code, rows }: MunicipalityPracticesProps) {
  const carry = shownParts.carry.value;
  const wish = useMemo(() => {
    const indicator = [
      ...new Set(listOutstanding(rows).flatMap(({ indicator }) => listSameSubject(indicator.key))),
    ];
    return indicator.length > 0 ? { indicator, level: 'municipality' as const, carry } : null;
  }, [rows, carry]);
  const offered = useResource(wish, readOffered);
  return offered && <OfferList offers={offerTo(code, rows, offered)} />;
}

/** Offers by what each practice is about: those that were read are of everything that stands out. Each is offered once. */
function offerTo(
  code: string,
  rows: readonly FigureRow[],
  { practices, peersOf }: Offered,
): PracticeOffer<OfferedPractice, unknown>[] {
  // Practices of a part of a municipality are of that municipality: it is offered those of others alone.
  const placed = practices.map((practice) => ({
    ...practice,
    area: practice.area && municipalityOfCode(practice.area),
  }));
  const found = listOutstanding(rows).flatMap(({ indicator, finding }) => {
    const side = finding?.verdict;
    if (side !== 'higher' && side !== 'lower') return [];
    const subject = listSameSubject(indicator.key);
    const own = placed.filter(({ story }) => story.indicator !== null && subject.includes(story.indicator));
    return offerPractices(own, [{ code, side }], peersOf);
  });
  return [...new Map(found.map((offer) => [offer.practice.story.id, offer])).values()];
}
