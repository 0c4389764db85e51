import { LevelSwitch } from '../parts/choices/level-switch.tsx';
import { Header } from '../parts/header/header.tsx';
import { makeLazy } from '../parts/lazy-part.tsx';
import { viewParts } from '../state/link/view.ts';
import { folded, sheet } from '../state/screen/folding.ts';
import { words } from '../state/screen/words.ts';
import { SidePanel } from './area/side-panel.tsx';
import { FoldButton } from './fold-button.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { Plate } from './plate/plate.tsx';
import { IndicatorTree } from './tree/indicator-tree.tsx';

const Legend = makeLazy(
  () => import('./legend/legend.tsx').then((module) => module.Legend),
  () => <section class="legend legend-waiting" />,
);

const PrintSheet = makeLazy(
  () => import('./print/print-sheet.tsx').then((module) => module.PrintSheet),
  () => null,
);

/** Its code comes when a presentation is shown. */
const SlidePanel = makeLazy(
  () => import('./presented/slide-panel.tsx').then((module) => module.SlidePanel),
  () => <aside class="slide-panel" />,
);

/** Subjects, map and figures beside each other. */
export function Atlas() {
  const text = words.value;
  const layout = ['page'];
  if (folded.subject.value) layout.push('subject-folded');
  if (folded.area.value) layout.push('area-folded');
  const isPresented = viewParts.slide.value !== null;
  if (isPresented) layout.push('page-presented');
  return (
    <div class={layout.join(' ')} data-sheet={sheet.value ?? 'none'}>
      <a class="skip" href="#map">
        {text.skip}
      </a>
      {!isPresented && <Header />}
      {isPresented ? (
        <SlidePanel />
      ) : (
        <aside class="subject" aria-label={text.panels.subject}>
          <IndicatorTree />
          <div class="subject-foot">
            <LevelSwitch />
            <Legend />
          </div>
        </aside>
      )}
      <main key="maps" class="middle">
        <Plate />
        <FoldButton panel="subject" />
        <FoldButton panel="area" />
      </main>
      {!isPresented && <SidePanel />}
      {!isPresented && <NarrowBar />}
      <PrintSheet />
    </div>
  );
}
