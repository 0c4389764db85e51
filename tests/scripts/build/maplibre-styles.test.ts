import { readFile } from 'node:fs/promises';
import { preprocessCSS, resolveConfig } from 'vite';
import { expect, test } from 'vitest';
import { leaveOutControls } from '../../../scripts/build/maplibre-styles.ts';

const folder = new URL('../../../node_modules/maplibre-gl/dist/', import.meta.url);

async function readSheet(name: string, sheet: string): Promise<string> {
  const css = { postcss: { plugins: [leaveOutControls] } };
  const config = await resolveConfig({ configFile: false, logLevel: 'silent', css }, 'build');
  return (await preprocessCSS(sheet, `/maplibre-gl/dist/${name}`, config)).code;
}

test('of MapLibre’s style sheet stays what says something of our maps', async () => {
  const whole = await readFile(new URL('maplibre-gl.css', folder), 'utf8');
  const kept = await readSheet('maplibre-gl.css', whole);
  for (const name of ['map', 'canvas', 'interactive', 'ctrl-bottom-right', 'ctrl-attrib-button', 'boxzoom'])
    expect(kept).toContain(`.maplibregl-${name}`);
  expect(kept).not.toMatch(/maplibregl-(popup|marker|ctrl-group|ctrl-zoom)/);
  expect(kept.length).toBeLessThan(whole.length / 8);
});

test('a rule for several keeps those that are there, and other sheets keep everything', async () => {
  const sheet = '.maplibregl-popup, .maplibregl-canvas { left: 0; } .maplibregl-popup { top: 0; }';
  expect(await readSheet('maplibre-gl.css', sheet)).toMatch(
    /^\s*\.maplibregl-canvas\s*\{\s*left: 0;?\s*\}\s*$/,
  );
  expect(await readSheet('other.css', sheet)).toBe(sheet);
});
