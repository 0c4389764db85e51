import { useSignal } from '@preact/signals';
import { addressHere } from '../../data/seen-as.ts';
import { findAreaOf } from '../../map/find-area.ts';
import { addressOfTileset } from '../../map/view-scene.ts';
import { Icon } from '../../parts/icon.tsx';
import { boundaryYear } from '../../state/catalog.ts';
import { changePanel } from '../../state/link/view.ts';
import { showArea } from '../../state/screen/folding.ts';
import {
  askPosition,
  type OwnPosition,
  ownPosition,
  type PositionFailure,
} from '../../state/screen/own-position.ts';
import { wishArea } from '../../state/screen/wished-bounds.ts';
import { words } from '../../state/screen/words.ts';
import './where-am-i.css';

type Told = PositionFailure | 'asking' | 'boundaries' | { readonly name: string } | null;

/** Opens the neighbourhood that whoever presses it is in; pressed again, it takes the mark away. */
export function WhereAmI() {
  const text = words.value.position;
  const told = useSignal<Told>(null);
  const isShown = ownPosition.value !== null;
  const press = async () => {
    if (isShown) {
      ownPosition.value = null;
      told.value = null;
      return;
    }
    told.value = 'asking';
    const answer = await askPosition(navigator.geolocation).catch((failure: PositionFailure) => failure);
    told.value = typeof answer === 'string' ? answer : await openNeighbourhood(answer);
  };
  return (
    <>
      <button
        type="button"
        class="tool"
        title={text.label}
        aria-label={text.label}
        aria-pressed={isShown}
        onClick={press}
      >
        <Icon name="position" />
      </button>
      <p
        class={told.value === null || isFound(told.value) ? 'hidden-text' : 'position-note small'}
        role="status"
      >
        {describe(told.value)}
      </p>
    </>
  );
}

async function openNeighbourhood(position: OwnPosition): Promise<Told> {
  const year = boundaryYear.peek();
  if (year === null) return 'boundaries';
  try {
    const area = await findAreaOf(addressHere(addressOfTileset(year)), 'neighbourhood', position);
    if (!area) return 'outside';
    ownPosition.value = position;
    showArea();
    wishArea(area.code);
    changePanel({ level: 'neighbourhood' }, 'push', undefined, { area: area.code, tab: 'area' });
    return area;
  } catch {
    return 'boundaries';
  }
}

function isFound(told: Told): told is { readonly name: string } {
  return typeof told === 'object' && told !== null;
}

function describe(told: Told): string {
  const text = words.value.position;
  if (told === null) return '';
  return isFound(told) ? text.found(told.name) : text[told];
}
