/**
 * Runs in the frame: tells the page around it how high it is whenever that changes, and says which area the pointer or a
 * finger is on.
 */
export const frameScript = `
const tell = () => parent.postMessage({ type: 'wijkinformatie-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
new ResizeObserver(tell).observe(document.documentElement);
const areas = JSON.parse(document.getElementById('areas')?.textContent ?? '[]');
for (const [number, map] of document.querySelectorAll('.map').entries()) {
  const readout = map.parentElement.querySelector('.readout');
  const meet = ({ target }) => {
    const area = target instanceof Element ? target.getAttribute('data-area') : null;
    for (const each of map.querySelectorAll('.met')) each.classList.remove('met');
    const said = area === null ? undefined : areas[number]?.[area];
    readout.textContent = said ?? readout.dataset.rest;
    if (said) for (const each of map.querySelectorAll('[data-area="' + area + '"]')) each.classList.add('met');
  };
  map.addEventListener('pointermove', meet);
  map.addEventListener('pointerdown', meet);
  map.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && meet({ target: null }));
}
`;

/** Least and most that a frame is made high, CSS pixels. */
const [least, most] = [80, 10_000];

/** Runs in the page around the frames (/embed.js): gives each the height that it tells, and takes it from nobody else. */
export const hostScript = `(() => {
  addEventListener('message', ({ data, origin, source }) => {
    if (!data || data.type !== 'wijkinformatie-height' || !Number.isFinite(data.height)) return;
    for (const frame of document.querySelectorAll('iframe[data-wijkinformatie]'))
      if (frame.contentWindow === source && new URL(frame.src).origin === origin)
        frame.style.height = Math.min(${most}, Math.max(${least}, data.height)) + 'px';
  });
})();
`;
