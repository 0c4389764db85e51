import { makeLazy } from '../../parts/lazy-part.tsx';
import { lines } from '../../state/area/benchmarks.ts';

const waiting = () => <div class="trend-chart" aria-hidden="true" />;

const AreaTrend = makeLazy(() => import('./area-trend.tsx').then((module) => module.AreaTrend), waiting);

/** How the figure of the area went through the periods, once its figures are there. */
export function TrendSection() {
  return lines.value ? <AreaTrend /> : waiting();
}
