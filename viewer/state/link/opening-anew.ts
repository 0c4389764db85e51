import { defaultView, formatView } from '../../../geodata/link/view.ts';
import { language, linkProblems, view } from './view.ts';

/**
 * Opens the map anew for who has just signed in, so that all that is shown is what he may see: as it was, with what the
 * link asked for that was not for him before.
 */
export function openMapAnew(): void {
  const parameters = new URLSearchParams(formatView({ ...view.peek(), page: 'map' }));
  // Of several panels nothing says which of them it was.
  const gone = linkProblems.peek().filter(({ reason }) => reason === 'gone');
  if (view.peek().panels.length === 1) {
    // The period was chosen for what is shown in its stead, which may have others.
    if (gone.some(({ parameter }) => parameter === 'indicator')) parameters.delete('period');
    for (const { parameter, value } of gone) parameters.set(parameter, value);
  }
  location.assign(`/?${parameters}`);
}

/** Opens the site anew as it begins, in the language on screen: for who is no longer who he was. */
export function openSiteAnew(): void {
  location.assign(`/${formatView({ ...defaultView, language: language.peek() })}`);
}
