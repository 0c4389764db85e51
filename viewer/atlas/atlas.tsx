import { LevelSwitch } from '../parts/choices/level-switch.tsx';
import { Header } from '../parts/header/header.tsx';
import { makeLazy } from '../parts/lazy-part.tsx';
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

/** Subjects, map and figures beside each other. */
export function Atlas() {
  const text = words.value;
  const layout = ['page'];
  if (folded.subject.value) layout.push('subject-folded');
  if (folded.area.value) layout.push('area-folded');
  return (
    <div class={layout.join(' ')} data-sheet={sheet.value ?? 'none'}>
      <a class="skip" href="#map">
        {text.skip}
      </a>
      <Header />
      <aside class="subject" aria-label={text.panels.subject}>
        <IndicatorTree />
        <div class="subject-foot">
          <LevelSwitch />
          <Legend />
        </div>
      </aside>
      <main class="middle">
        <Plate />
        <FoldButton panel="subject" />
        <FoldButton panel="area" />
      </main>
      <SidePanel />
      <NarrowBar />
      <PrintSheet />
    </div>
  );
}
