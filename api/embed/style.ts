import { inksOf } from '../../geodata/map/inks.ts';

const { light, dark } = inksOf;

/** The look of an embed: the site's own paper and ink, on either side of the reader's or the site's choice. */
export const embedStyle = `
:root { color-scheme: light dark; --paper: light-dark(${light.paper}, ${dark.paper}); --ink: light-dark(${light.ink}, ${dark.ink});
  --soft: light-dark(#5c6067, #a9a7a2); --rule: light-dark(#d9d6cf, #343a40); --accent: light-dark(#0b5c8a, #7cc0ea); }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; padding: 12px; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 16px; line-height: 1.3; text-wrap: balance; }
p { margin: 2px 0 0; }
figure { margin: 0; }
.soft, footer { color: var(--soft); font-size: 12px; }
a { color: var(--accent); }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.maps { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); margin: 8px 0; }
.maps h2 { margin: 0; font-size: 13px; font-weight: 600; }
.map { position: relative; aspect-ratio: 5 / 4; overflow: hidden; }
.drawn-map { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; shape-rendering: crispedges; }
.fitted-map { overflow: visible; inset: 8px; width: calc(100% - 16px); height: calc(100% - 16px); }
.drawn-borders, .drawn-pattern { shape-rendering: auto; fill: none; pointer-events: none; }
.drawn-borders > path { vector-effect: non-scaling-stroke; stroke-linejoin: bevel; }
.drawn-borders > .municipality { stroke-linejoin: round; stroke-linecap: round; }
.drawn-map rect, .drawn-map mask { pointer-events: none; }
[data-area] { pointer-events: all; }
[data-area].met { filter: brightness(.86); }
.readout { min-height: 1.45em; font-size: 13px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0; padding: 0; list-style: none; font-size: 12px; }
.legend svg { width: 18px; height: 12px; margin-right: 6px; vertical-align: -1px; }
.number { margin: 6px 0 2px; font-size: 34px; line-height: 1.15; font-weight: 600; }
.chart { display: block; width: 100%; height: auto; margin: 8px 0; }
.chart text { fill: var(--soft); font-size: 12px; }
.chart .grid { stroke: var(--rule); }
.chart .break { stroke: var(--soft); stroke-dasharray: 2 3; }
.own { stroke: var(--accent); stroke-width: 2.5; fill: none; }
.other { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 3; fill: none; }
.chart .dot { fill: var(--accent); stroke: var(--accent); }
.chart .open { fill: var(--paper); }
.chart .band { fill: var(--accent); opacity: .14; }
.wide { overflow-x: auto; margin: 8px 0; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; color: var(--soft); font-size: 12px; padding: 0 0 4px; }
th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-weight: 500; }
td.number-cell, th.number-cell { text-align: right; white-space: nowrap; }
footer { margin-top: 8px; padding-top: 6px; border-top: 1px solid var(--rule); }
@media (max-width: 480px) { .chart text { font-size: 20px; } }
@media (forced-colors: active) { .drawn-map { forced-color-adjust: none; } }
`;
