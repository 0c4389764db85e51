/** The look of the documentation: one narrow column, hairline rules, light or dark as the reader's system. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfdfc; --faint: #5b6570; --rule: #d9dcdf; --accent: #0b5c8a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e9ea; --paper: #15181b; --faint: #9aa4ad; --rule: #343a40; --accent: #7cc0ea; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 2rem 1rem 6rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 "Inter Variable", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: .9em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.method { color: var(--faint); font-weight: 500; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); }
th { color: var(--faint); font-weight: 500; }
caption { text-align: left; padding: .5rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .125rem 1rem; margin: .5rem 0; font-size: .9rem; }
dt { color: var(--faint); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
nav ul { list-style: none; margin: 0; padding: 0; columns: 20rem; }
`;
