import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClusterKind } from '../../../geodata/connection/clusters.ts';
import type { MapPoint } from '../../map/scene.ts';
import { figureAt, municipalityOf } from '../../state/area/selection.ts';
import { clusterAt } from '../../state/panel/kinds.ts';
import type { Panel } from '../../state/panel/panel.ts';
import type { HoveredArea } from '../../state/screen/hover.ts';
import { words } from '../../state/screen/words.ts';
import { tellDeviation } from '../area/deviation-text.ts';
import { FigureText } from '../area/figure-text.tsx';
import { changeAt, tellChange } from '../area/shown-change.ts';
import { describeOther } from './other-figure.ts';

const gap = 16;

interface HoverCardProps {
  readonly panel: Panel;
  readonly area: HoveredArea;
  readonly point: MapPoint;
}

/** Beside the pointer: the area under it, its figure or why there is none, and its municipality. */
export function HoverCard({ panel, area, point }: HoverCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const room = element?.offsetParent;
    if (!element || !room) return;
    const fitsRight = point.x + gap + element.offsetWidth < room.clientWidth;
    const fitsBelow = point.y + gap + element.offsetHeight < room.clientHeight;
    const left = fitsRight ? point.x + gap : point.x - gap - element.offsetWidth;
    const top = fitsBelow ? point.y + gap : point.y - gap - element.offsetHeight;
    element.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
  });
  const municipality = municipalityOf(area.code);
  return (
    <div class="hover-card" ref={card} aria-hidden="true">
      <p class="hover-name">{area.name}</p>
      {municipality && <p class="soft small">{municipality}</p>}
      {panel.view.value?.change ? (
        <ChangeLines panel={panel} index={area.index} />
      ) : panel.view.value?.deviation ? (
        <DeviationLines panel={panel} index={area.index} />
      ) : (
        <>
          <p>
            <FigureText figure={figureAt(area.index, panel)} panel={panel} />
          </p>
          <ClusterLine kind={clusterAt(area.index, panel)} />
          <OtherLine panel={panel} index={area.index} />
        </>
      )}
    </div>
  );
}

/** In a map of clusters: how the area stands among its neighbours. */
function ClusterLine({ kind }: { readonly kind: ClusterKind | null }) {
  return kind && <p class="small">{words.value.clusters.kinds[kind]}</p>;
}

/** In a map of two indicators: the second figure. */
function OtherLine({ panel, index }: { readonly panel: Panel; readonly index: number }) {
  const text = describeOther(panel, index);
  return text === null ? null : <p class="small">{text}</p>;
}

/** In a map of change: both figures, and the difference in units and per cents. */
function ChangeLines({ panel, index }: { readonly panel: Panel; readonly index: number }) {
  const change = changeAt(index, panel);
  const text = change && tellChange(change, panel);
  if (!text) return null;
  return (
    <>
      <p>{text.ends}</p>
      <p>
        {text.absolute && <strong class="figure-value">{text.absolute}</strong>}
        {text.relative && <span> ({text.relative})</span>}
        {text.direction && <span>, {text.direction}</span>}
        {text.status && <span class={text.absolute ? 'status' : 'status absent-status'}>{text.status}</span>}
      </p>
    </>
  );
}

/** In a map of deviation: the figure beside that of the reference, and how far it lies from it. */
function DeviationLines({ panel, index }: { readonly panel: Panel; readonly index: number }) {
  const text = tellDeviation(index, panel);
  if (!text) return null;
  return (
    <>
      <p>{text.ends}</p>
      {text.absolute && (
        <p>
          <strong class="figure-value">{text.absolute}</strong>
          {text.relative && <span> ({text.relative})</span>}
          {text.direction && <span>, {text.direction}</span>}
          {text.isChance && <span class="status">{words.value.statuses['within-chance']}</span>}
        </p>
      )}
    </>
  );
}
