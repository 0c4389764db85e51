/**
 * What the first frame on the screen needs of this browser's own memory, by the names of viewer/state/screen/preference.ts:
 * the theme, and which panels beside the map are folded; and where the link has the divider of two maps, which no policy
 * lets stand in the page as a style. It stands in the page's frame, first. A link that some program
 * wrote as a fragment is one that the server did not see, so that its frame is not shown.
 */
export const earlyScript = `{
  const page = document.currentScript.parentElement;
  const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  document.documentElement.dataset.theme = read('theme') ?? 'auto';
  for (const part of ['subject', 'area']) page.classList.toggle(part + '-folded', read('fold-' + part) === 'yes');
  page.style.setProperty('--divider', page.dataset.divider);
  if (location.hash) page.style.display = 'none';
}`;
