import { makeLazy } from '../../parts/lazy-part.tsx';
import { areStoriesDrawn } from '../../state/contributions.ts';
import { led } from '../../state/follow/session.ts';
import { viewParts } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { ownPosition } from '../../state/screen/own-position.ts';
import { words } from '../../state/screen/words.ts';
import { FrameCaveats } from './frame-caveats.tsx';
import { FrameTitle } from './frame-title.tsx';
import { MapHost } from './map-host.tsx';
import { MunicipalityChoice } from './municipality-choice.tsx';
import { OwnPositionMark } from './own-position-mark.tsx';

const Legend = makeLazy(
  () => import('../legend/panel-legend.tsx').then((module) => module.PanelLegend),
  () => null,
);

/** Its code comes when somebody follows or presents. */
const Pointing = makeLazy(
  () => import('./pointing.tsx').then((module) => module.Pointing),
  () => null,
);

/** Its code comes when stories are told of, which is after the first picture. */
const StoryDots = makeLazy(
  () => import('./story-dots.tsx').then((module) => module.StoryDots),
  () => null,
);

/** One panel of the map: beside others it has a title and a legend of its own. */
export function Frame({ panel }: { readonly panel: Panel }) {
  const isAlone = panels.value.length === 1;
  const isActive = !isAlone && viewParts.active.value === panel.index;
  return (
    <section
      class={isActive ? 'frame frame-active' : 'frame'}
      data-index={panel.index}
      aria-label={isAlone ? undefined : words.value.compare.panel(panel.index + 1)}
    >
      <MapHost panel={panel} />
      {(led.value || viewParts.follow.value !== null) && <Pointing panel={panel} />}
      {areStoriesDrawn.value && <StoryDots panel={panel} />}
      {ownPosition.value && <OwnPositionMark panel={panel} />}
      {!isAlone && <FrameTitle panel={panel} />}
      {!isAlone && <FrameCaveats panel={panel} />}
      {viewParts.secondCamera.value && <MunicipalityChoice panel={panel} />}
      {!isAlone && <Legend panel={panel} />}
    </section>
  );
}
