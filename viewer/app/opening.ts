import { readFirstView } from '../data/first-view.ts';
import { appearanceOf, readTheme } from '../state/screen/preference.ts';
import { drawFirstPicture, isDrawnAtOnce } from './first-picture.ts';
import { keepKeys } from './kept-keys.ts';

/** The page does not wait longer for a picture that does not come, milliseconds. */
const longestWait = 2000;

/**
 * Opens the page: draws the maps of the link from what the server wrote into it, before and without all that the page
 * consists of besides, and then fetches that. Where the maps need more, the page itself draws them.
 */
async function open(): Promise<void> {
  const [first, root] = [readFirstView(), document.querySelector('#viewer')];
  // A link that some program wrote as a fragment is one that the server did not see.
  const places = root ? findPlaces(root) : [];
  if (first && root && places.length > 0 && isDrawnAtOnce(first) && location.hash === '') {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    keepKeys(root);
    // What the server drew stands on the screen; canvases that show the same keep nothing waiting.
    const hasPicture = root.querySelector('.drawn-map') !== null;
    const drawn = drawFirstPicture(first, places, appearanceOf(readTheme(), isDark)).then(() => {
      askForPage();
      return hasPicture ? undefined : passFrame();
    });
    await Promise.race([drawn.catch(() => undefined), wait(longestWait)]);
  }
  askForPage();
  await import('./main.tsx');
}

/** Where the maps stand in the frame that the server wrote. */
function findPlaces(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.map-canvas')];
}

/** Lets the browser ask for all that comes after the picture, which would have kept the processor from it. */
function askForPage(): void {
  const later = document.querySelector<HTMLTemplateElement>('#after-first-picture');
  if (later) document.head.append(later.content);
}

/** The picture is shown before anything else is done. */
function passFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page out of sight gets no frames.
    setTimeout(resolve, 200);
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

void open();
