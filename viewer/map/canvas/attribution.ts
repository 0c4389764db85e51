import type { Language } from '../../../geodata/text.ts';

const labels: Readonly<Record<Language, string>> = { nl: 'Bronnen', en: 'Sources' };

/** Names the sources in a corner, as MapLibre's own control looks. */
export function createAttribution(language: Language): {
  readonly element: HTMLElement;
  readonly write: (text: string) => void;
} {
  const corner = document.createElement('div');
  corner.className = 'maplibregl-ctrl-bottom-right';
  const details = document.createElement('details');
  details.className = 'maplibregl-ctrl maplibregl-ctrl-attrib maplibregl-compact maplibregl-compact-show';
  details.open = true;
  const summary = document.createElement('summary');
  summary.className = 'maplibregl-ctrl-attrib-button';
  summary.title = labels[language];
  summary.setAttribute('aria-label', labels[language]);
  const inner = document.createElement('div');
  inner.className = 'maplibregl-ctrl-attrib-inner';
  details.append(summary, inner);
  details.addEventListener('toggle', () => details.classList.toggle('maplibregl-compact-show', details.open));
  corner.append(details);
  return {
    element: corner,
    write: (text) => {
      inner.textContent = text;
      details.classList.toggle('maplibregl-attrib-empty', text === '');
    },
  };
}
