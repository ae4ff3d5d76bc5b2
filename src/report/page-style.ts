/** The page's style sheet. Its hash stands in the content security policy, so no other style counts. */
export const PAGE_STYLE: string = `
:root {
  color-scheme: light dark;
  --back: light-dark(#ffffff, #15181d); --text: light-dark(#1b1f24, #e3e7ec); --faint: light-dark(#57606a, #9aa4af);
  --line: light-dark(#d0d7de, #363c45); --panel: light-dark(#f6f8fa, #1d2128); --focus: light-dark(#0550ae, #79c0ff);
  --good: light-dark(#c6efd0, #1c4a2b); --open: light-dark(#cfe4ff, #17406e); --bad: light-dark(#ffc9c4, #7a2620);
  --none: light-dark(#eef0f2, #23272e); --gone: light-dark(#e2e0ee, #35324a); --warn: light-dark(#ffe4a8, #5f4708);
  --plus: light-dark(#dafbe1, #12361f); --minus: light-dark(#ffebe9, #48191a);
  --mono: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; }
header, main, footer { padding: 0 1.25rem; }
h1 { font-size: 1.3rem; margin: 1rem 0 0.1rem; } h2 { font-size: 1.1rem; margin: 1.4rem 0 0.4rem; } h3 { font-size: 1rem; margin: 1rem 0 0.3rem; }
p { margin: 0.3rem 0; } .faint { color: var(--faint); }
a { color: var(--focus); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: -1px; }
form.controls { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; padding: 0.7rem 0; }
form.controls label { display: flex; flex-direction: column; font-size: 0.8rem; color: var(--faint); }
input, select, button { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.5rem; }
button { cursor: pointer; background: var(--panel); }
fieldset { border: 0; padding: 0; margin: 0 0 0.5rem; display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; }
legend { float: left; padding: 0 0.6rem 0 0; color: var(--faint); font-size: 0.85rem; }
fieldset label { display: inline-flex; gap: 0.3rem; align-items: center; }
.mark { display: inline-block; min-width: 1.5em; padding: 0 0.25em; text-align: center; font-family: var(--mono); border-radius: 4px; border: 1px solid transparent; }
.scroll { overflow: auto; width: fit-content; max-width: 100%; max-height: 75vh; border: 1px solid var(--line); border-radius: 6px; }
table.map { border-collapse: separate; border-spacing: 0; font-size: 0.85rem; }
table.map th { background: var(--panel); font-weight: 500; text-align: left; padding: 0.15rem 0.5rem; white-space: nowrap; }
table.map thead th { position: sticky; top: 0; z-index: 2; border-bottom: 1px solid var(--line); text-align: center; padding: 0.3rem 0.25rem; }
table.map thead th.turned { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; }
table.map tbody th { position: sticky; left: 0; z-index: 1; border-right: 1px solid var(--line); min-width: 22rem; max-width: 26rem; overflow: hidden; text-overflow: ellipsis; }
table.map thead th:first-child { left: 0; z-index: 3; text-align: left; padding-left: 0.5rem; }
table.map td { text-align: center; font-family: var(--mono); padding: 0.1rem 0.25rem; min-width: 1.9em; border: 1px solid var(--back); cursor: pointer; }
table.map td.empty { cursor: default; } table.map td.off { opacity: 0.25; }
table.map tbody.project th { font-weight: 700; }
.s-applied, .s-applied-elsewhere { background: var(--good); } .s-applicable { background: var(--open); }
.s-absent { background: var(--none); color: var(--faint); } .s-obsolete { background: var(--gone); }
.s-conflict, .s-ambiguous, .s-inconsistent, .s-error { background: var(--bad); font-weight: 700; } .s-mixed { background: var(--warn); }
.s-warning { background: var(--warn); } .s-info { background: var(--open); } .s-suppressed { background: var(--none); color: var(--faint); }
dialog { width: min(90rem, 96vw); max-height: 92vh; border: 1px solid var(--line); border-radius: 8px; background: var(--back); color: var(--text); padding: 0 1.25rem 1rem; }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog .bar { position: sticky; top: 0; display: flex; gap: 0.6rem; align-items: center; justify-content: space-between; background: var(--back); padding: 0.7rem 0; z-index: 1; }
dialog h2 { margin: 0; }
article { border-top: 1px solid var(--line); padding: 0.5rem 0 0.8rem; }
pre, code, .code { font-family: var(--mono); font-size: 0.82rem; direction: ltr; unicode-bidi: isolate; }
.diff { width: 100%; border-collapse: collapse; border: 1px solid var(--line); table-layout: fixed; margin: 0.3rem 0; }
.diff td { vertical-align: top; padding: 0 0.4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.diff col.no { width: 3.8rem; } .diff td.no { width: 3.8rem; text-align: right; color: var(--faint); user-select: none; }
.diff .p { background: var(--plus); } .diff .m { background: var(--minus); } .diff .at { background: var(--panel); color: var(--faint); } .diff .pad { background: var(--none); }
.diff .hit { background: var(--warn); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; } .pair > div { border: 1px solid var(--line); border-radius: 6px; padding: 0.3rem 0.5rem; overflow-wrap: anywhere; }
.hunks { list-style: none; padding: 0; margin: 0.4rem 0; } .hunks li { padding: 0.1rem 0; overflow-wrap: anywhere; }
summary { cursor: pointer; font-weight: 600; } details { border-top: 1px solid var(--line); padding: 0.6rem 0; margin-top: 0.6rem; }
.findings { list-style: none; padding: 0; } .findings > li { border-top: 1px solid var(--line); padding: 0.6rem 0; }
.findings p { overflow-wrap: anywhere; } .findings details.page { border: 0; padding: 0; margin: 0.2rem 0; } .findings details.page summary { font-weight: 400; color: var(--faint); }
details.page pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.8rem; max-width: 80rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { padding-block: 1rem; color: var(--faint); font-size: 0.85rem; }
@media (max-width: 50rem) { .pair { grid-template-columns: 1fr; } table.map tbody th { min-width: 0; max-width: 12rem; } }
@media (forced-colors: active) { .mark, table.map td { border: 1px solid; } }
@media print { form.controls, fieldset, dialog, button { display: none; } .scroll { max-height: none; overflow: visible; } }
`;
