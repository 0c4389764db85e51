import { createHash } from 'node:crypto';

/**
 * The one style sheet of the pages for whoever answers. It is written for browsers of ten years ago too: no nesting, no
 * `light-dark`, no gaps, directions by `dir`. Sizes are in rem, so that the reader's own size of text holds.
 */
export const answeringStyle = `:root{--paper:#fbfaf7;--raised:#fff;--ink:#1b1d20;--soft:#575c63;--rule:#8b8f94;--accent:#1d4f91;--on:#fff;--wash:#e6edf6;--bad:#a11212;--badwash:#fdeeee;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#15181b;--raised:#1c2024;--ink:#eae8e3;--soft:#aaaeb3;--rule:#757b82;--accent:#8fb8ee;--on:#10161d;--wash:#22303f;--bad:#ff9d94;--badwash:#3a1d1b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif;overflow-wrap:break-word;word-wrap:break-word}
header,main,footer{max-width:40rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem;padding-bottom:.5rem;color:var(--soft);font-weight:600;border-bottom:1px solid var(--rule)}
header p{margin:0}
main{padding-bottom:2rem}
main:focus{outline:0}
footer{padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:1rem}
h1{font-size:1.625rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
ul,ol{padding:0 1.5rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus,button:focus,input:focus,select:focus,textarea:focus{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;top:-10rem;padding:.75rem 1rem;background:var(--accent);color:var(--on)}
.skip:focus{top:0}
.soft{color:var(--soft)}
.progress{margin:0;color:var(--soft);font-size:1rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
.question{margin:0 0 2rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
legend,.asked{display:block;width:100%;padding:0;margin:0 0 .25rem;font-size:1.1875rem;font-weight:600;line-height:1.35}
.question legend{float:left;margin-bottom:.5rem}
.question legend+*{clear:both}
.row{padding:.5rem 0 .75rem}
.row legend{font-size:1.125rem;font-weight:600}
.hint{margin:-.25rem 0 .5rem;color:var(--soft);font-size:1rem}
.must{font-weight:400;color:var(--soft);font-size:1rem}
.choice{position:relative;display:block;clear:both;margin:0 0 .5rem}
.choice input{position:absolute;top:.6rem;left:.75rem;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--accent)}
[dir=rtl] .choice input{left:auto;right:.75rem}
.choice label{display:block;min-height:2.75rem;padding:.55rem .75rem .55rem 3rem;background:var(--raised);border:1px solid var(--rule);border-radius:.375rem}
[dir=rtl] .choice label{padding:.55rem 3rem .55rem .75rem}
.choice input:checked+label{background:var(--wash);border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice input:focus+label{outline:3px solid var(--accent);outline-offset:2px}
.side{clear:both;margin:0 -.25rem}
.side .choice{display:inline-block;vertical-align:top;clear:none;margin:.25rem;max-width:calc(100% - .5rem)}
.side .choice label{min-width:4.75rem}
input[type=text],select,textarea{display:block;clear:both;width:100%;padding:.6rem .75rem;font:inherit;color:inherit;background:var(--raised);border:1px solid var(--rule);border-radius:.375rem}
input.short{max-width:10rem}
input.code{max-width:22rem;letter-spacing:.08em;text-transform:uppercase}
.fault{clear:both;margin:0 0 .5rem;color:var(--bad);font-weight:600}
.has-fault{padding-left:1rem;padding-right:1rem;border:0;border-left:.3rem solid var(--bad)}
[dir=rtl] .has-fault{border-left:0;border-right:.3rem solid var(--bad)}
.summary,.note{margin:0 0 1.5rem;padding:1rem;border:2px solid var(--bad);background:var(--badwash);border-radius:.375rem}
.note{border-color:var(--accent);background:var(--wash)}
.summary h2,.note h2{margin:0 0 .5rem}
.summary a{color:var(--bad);font-weight:600}
.note :last-child,.summary :last-child{margin-bottom:0}
.actions{margin:0 -.25rem 1rem}
button,.button{display:inline-block;min-height:2.75rem;margin:.25rem;padding:.6rem 1.25rem;font:inherit;font-weight:600;text-decoration:none;color:var(--accent);background:var(--raised);border:2px solid var(--accent);border-radius:.375rem;cursor:pointer}
button.main,.button.main{color:var(--on);background:var(--accent)}
.languages{margin:.25rem -.75rem 0}
main{padding-top:.75rem}
.first{position:absolute;clip:rect(0,0,0,0);width:1px;height:1px;min-height:0;margin:0;padding:0;border:0;overflow:hidden}
.languages a,.languages button,.languages strong{display:inline-block;min-height:2.75rem;margin:0 .25rem;padding:.55rem .5rem;font-weight:400;color:var(--accent);background:none;border:0;text-decoration:underline}
.languages strong{color:inherit;font-weight:600;text-decoration:none}
.given{margin:0 0 1rem}
.given dt{margin-top:.75rem;color:var(--soft);font-size:1rem}
.given dd{margin:0;white-space:pre-line}
.sign{white-space:nowrap}
.given ul{margin:0}
@media(max-width:30rem){.words .choice{display:block;max-width:none}}
.own{font:600 1.5rem/1.4 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;letter-spacing:.05em}
@media(forced-colors:active){.choice input:checked+label,.has-fault,.summary,.note{border-color:Highlight}.choice label{border-color:ButtonText}}
@media print{.actions,.languages,.skip{display:none}}`;

/** Where it is found: another one has another address, so that it may be kept for ever. */
export const stylePath = `/vragenlijst/stijl-${createHash('sha256').update(answeringStyle).digest('base64url').slice(0, 10)}.css`;
