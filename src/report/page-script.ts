/**
 * The page's program, for browsers. It is text because it never runs here, and its hash stands in the content security
 * policy. Names and code of a tree reach the document as text nodes only, never as markup.
 */
export const PAGE_SCRIPT: string = String.raw`
"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const main = document.querySelector("main");
const byId = (id) => document.getElementById(id);

/** An element with properties of ours and children; texts become text nodes. */
const el = (tag, props, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) if (child !== undefined && child !== null) node.append(child);
  return node;
};
const plural = (count, word) => count + " " + word + (count === 1 ? "" : "s");
const mark = (state) => el("span", { class: "mark s-" + state, "aria-hidden": "true" }, data.marks[state] || "");

/* ---- theme ---- */
byId("theme").addEventListener("change", (event) => {
  const wanted = event.target.value;
  if (wanted === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
});

/* ---- diffs ---- */
let view = matchMedia("(max-width: 60rem)").matches ? "unified" : "split";
const linesOf = (diff) => diff.map((index) => data.lines[index]);

/** Rows of a diff: [kind, old number, old text, new number, new text]. */
const rowsOf = (lines) => {
  const rows = [];
  let [a, b] = [0, 0], minus = [], plus = [];
  const flush = () => {
    for (let at = 0; at < Math.max(minus.length, plus.length); at++) rows.push(["change", ...(minus[at] || [null, null]), ...(plus[at] || [null, null])]);
    minus = []; plus = [];
  };
  for (const line of lines) {
    const sign = line[0], text = line.slice(1);
    if (sign === "-") minus.push([a++, text]);
    else if (sign === "+") plus.push([b++, text]);
    else if (sign === "@") {
      flush();
      const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (found) { a = Number(found[1]) + (found[2] === "0" ? 1 : 0); b = Number(found[3]) + (found[4] === "0" ? 1 : 0); }
      rows.push(["head", null, line, null, null]);
    } else if (sign === " ") { flush(); rows.push(["same", a++, text, b++, text]); }
  }
  flush();
  return rows;
};
const cell = (kind, text) => el("td", { class: "code " + kind }, text === null ? "" : text);
const number = (value) => el("td", { class: "no code" }, value === null ? "" : String(value));
const splitRow = ([kind, a, old, b, fresh]) => {
  if (kind === "head") return el("tr", {}, el("td", { class: "code at", colspan: "4" }, old));
  if (kind === "same") return el("tr", {}, number(a), cell("", old), number(b), cell("", fresh));
  return el("tr", {}, number(a), cell(old === null ? "pad" : "m", old), number(b), cell(fresh === null ? "pad" : "p", fresh));
};
const unifiedRows = (rows) => {
  const out = [];
  let held = [];
  const line = (kind, a, b, text) => el("tr", {}, number(a), number(b), cell(kind, text));
  const flush = () => { out.push(...held); held = []; };
  for (const [kind, a, old, b, fresh] of rows) {
    if (kind !== "change") flush();
    if (kind === "head") out.push(el("tr", {}, el("td", { class: "code at", colspan: "3" }, old)));
    else if (kind === "same") out.push(line("", a, b, " " + old));
    else {
      if (old !== null) out.push(line("m", a, null, "-" + old));
      if (fresh !== null) held.push(line("p", null, b, "+" + fresh));
    }
  }
  flush();
  return out;
};
const diffTable = (file) => {
  const rows = rowsOf(linesOf(file.d));
  const label = "change of " + file.p;
  if (view === "unified") return el("table", { class: "diff unified", "aria-label": label }, el("colgroup", {}, el("col", { class: "no" }), el("col", { class: "no" }), el("col", {})), el("tbody", {}, unifiedRows(rows)));
  return el("table", { class: "diff split", "aria-label": label }, el("colgroup", {}, el("col", { class: "no" }), el("col", {}), el("col", { class: "no" }), el("col", {})), el("tbody", {}, rows.map(splitRow)));
};
const frame = (lines, hit) => lines.length === 0 ? null : el("table", { class: "diff", "aria-label": "source" }, el("tbody", {}, lines.map(([line, text]) =>
  el("tr", {}, number(line), cell(line >= hit[0] && line <= hit[1] ? "hit" : "", data.lines[text])))));

/* ---- the verdict on a patch ---- */
const place = (hunk) => hunk.p === null ? "" : hunk.p + (hunk.l ? ":" + hunk.l : "");
const miss = (one) => el("div", {}, el("div", { class: "pair" },
  el("div", {}, el("div", { class: "faint" }, "expected (" + (one.s === "minus" ? "original" : "patched") + " code, line " + one.pl + " of the patch)"), el("code", {}, one.e)),
  el("div", {}, el("div", { class: "faint" }, "found (line " + one.l + ")"), el("code", {}, one.f === null ? "the code ends" : one.f))),
  frame(one.fr, [one.l, one.l]));
const hunkView = (hunk) => el("article", {}, el("h3", {}, mark(hunk.s), " ", hunk.n, ": ", hunk.s),
  el("p", {}, place(hunk) ? el("code", {}, place(hunk)) : null, place(hunk) ? " " : null, hunk.r),
  hunk.m.length > 0 ? el("p", { class: "faint" }, "Nearest miss") : null, hunk.m.map(miss), frame(hunk.f, [hunk.l, hunk.l]));
const hunkLine = (hunk) => el("li", {}, mark(hunk.s), " ", hunk.n, ": ", hunk.s, place(hunk) ? [", ", el("code", {}, place(hunk))] : null, ", ", hunk.r);
const verdictView = (verdict, hunk) => {
  const wanted = verdict.h.filter((one) => hunk === null || one.n === hunk);
  const isShort = (one) => one.m.length === 0 && one.f.length === 0;
  const short = wanted.filter(isShort), hunks = wanted.filter((one) => !isShort(one));
  const files = verdict.d.map((file) => el("div", {}, el("h3", {}, el("code", {}, file.p), " " + file.c + ", +" + file.a + " -" + file.x), diffTable(file)));
  return el("div", { class: "verdict" }, verdict.n.map((note) => el("p", {}, note)), short.length > 0 ? el("ul", { class: "hunks" }, short.map(hunkLine)) : null, hunks.map(hunkView),
    files.length > 0 ? el("h2", {}, "What applying it does") : null, files);
};

/* ---- the heat map ---- */
const stateIn = (verdict, hunk) => { const found = hunk === null ? undefined : verdict.h.find((one) => one.n === hunk); return found ? found.s : verdict.s; };
const controls = { profile: (data.profiles || [])[0], rows: "patches", columns: "releases", search: "", revisions: "", states: new Set(Object.keys(data.marks || {})) };

const columnsFor = (projects) => {
  const wanted = controls.revisions.toLowerCase().split(/[\s,]+/).filter(Boolean);
  const isWanted = (rev) => wanted.length === 0 || wanted.some((word) => rev.n.toLowerCase().startsWith(word) || rev.r.toLowerCase().startsWith(word));
  const all = data.repositories.filter((one) => projects.includes(one.project)).flatMap((repository) => repository.revisions.filter(isWanted).map((rev) => ({ repository, rev })));
  if (controls.columns === "revisions") return all.map((one) => ({ label: one.rev.n, turned: true, all: [one] }));
  const labels = data.releases.filter((label) => all.some(({ rev }) => rev.r === label));
  return labels.map((label) => ({ label, turned: false, all: all.filter(({ rev }) => rev.r === label) }));
};
const rowsFor = (project) => {
  const patches = data.patches.filter((patch) => patch.project === project && patch.profiles.includes(controls.profile));
  const words = controls.search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
  return patches.flatMap((patch, at) => {
    const base = { patch, at, project };
    const text = patch.id + " " + patch.subject;
    if (controls.rows === "patches") return fits(text + " " + patch.hunks.join(" ")) ? [{ ...base, hunk: null }] : [];
    return patch.hunks.filter((hunk) => fits(text + " " + hunk)).map((hunk) => ({ ...base, hunk }));
  });
};
const entriesOf = (row, column) => column.all.filter(({ repository }) => repository.project === row.project).flatMap(({ rev }) => {
  const verdict = (rev.v[controls.profile] || [])[row.at];
  return verdict === undefined ? [] : [{ rev, verdict: data.verdicts[verdict], index: verdict }];
});
const nameOf = (row) => row.hunk === null ? row.patch.id : row.patch.id + " " + row.hunk;

const cellView = (row, column) => {
  const entries = entriesOf(row, column);
  if (entries.length === 0) return { node: el("td", { class: "empty", role: "gridcell", tabindex: "-1", "aria-label": nameOf(row) + ", " + column.label + ": no revision" }), states: [] };
  const states = [...new Set(entries.map(({ verdict }) => stateIn(verdict, row.hunk)))];
  const isOn = states.some((state) => controls.states.has(state));
  const style = states.length === 1 ? "s-" + states[0] : states.some((state) => data.bad.includes(state)) ? "s-conflict" : "s-mixed";
  const words = states.join(", then ") + (column.turned ? "" : ", " + plural(entries.length, "revision"));
  const node = el("td", { class: style + (isOn ? "" : " off"), role: "gridcell", tabindex: "-1", "aria-label": nameOf(row) + ", " + column.label + ": " + words, title: column.label + ": " + words }, states.map((state) => data.marks[state]).join(""));
  node.addEventListener("click", () => openCell(row, column, entries, node));
  node.openCell = () => openCell(row, column, entries, node);
  return { node, states: isOn ? states : [] };
};
/* ---- the findings of rules ---- */
const foundBy = (rule, rev) => rev.f.filter((index) => data.findings[index].rule === rule);
const rulesFor = (project) => {
  const words = controls.search.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set(data.repositories.filter((one) => one.project === project).flatMap(({ revisions }) => revisions.flatMap(({ f }) => f.map((index) => data.findings[index].rule))));
  return [...seen].sort().map((id) => ({ project, rule: id, title: data.rules[id].t })).filter(({ rule, title }) => words.every((word) => (rule + " " + title).toLowerCase().includes(word)));
};
const countText = (counts) => { const least = Math.min(...counts), most = Math.max(...counts); return most === 0 ? "." : least === most ? String(most) : least + "–" + most; };
const findingCell = (row, column) => {
  const entries = column.all.filter(({ repository }) => repository.project === row.project).map(({ rev }) => ({ rev, found: foundBy(row.rule, rev) }));
  if (entries.length === 0) return el("td", { class: "empty", role: "gridcell", tabindex: "-1", "aria-label": row.rule + ", " + column.label + ": no revision" });
  const text = countText(entries.map(({ found }) => found.length));
  const all = entries.flatMap(({ found }) => found);
  const words = (text === "." ? "no findings" : text === "1" ? "1 finding" : text + " findings") + (column.turned ? "" : ", " + plural(entries.length, "revision"));
  const node = el("td", { class: all.length === 0 ? "s-absent" : "s-" + data.findings[all[0]].s, role: "gridcell", tabindex: "-1", "aria-label": row.rule + ", " + column.label + ": " + words, title: column.label + ": " + words }, text);
  node.openCell = () => openFindings(row, column, entries, node);
  node.addEventListener("click", node.openCell);
  return node;
};
const findingTable = (projects, title) => {
  const columns = columnsFor(projects);
  const rows = projects.map((project) => rulesFor(project).map((row) => el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader", title: row.title }, projects.length > 1 ? project + " " + row.rule : row.rule), columns.map((column) => findingCell(row, column)))));
  const count = rows.reduce((sum, own) => sum + own.length, 0);
  return { node: gridOf(title, "Rule", columns, rows), rows: count, columns: columns.length };
};
const openFindings = (row, column, entries, opener) => {
  const keyOf = ({ found }) => found.join();
  const variants = [...new Set(entries.map(keyOf))].map((key) => entries.filter((entry) => keyOf(entry) === key));
  openDialog(row.rule + ", " + column.label, row.title, variants, (own) => namesOf(own) + ": " + plural(own[0].found.length, "finding"), opener, [], (own) =>
    own[0].found.length === 0 ? el("p", {}, "Nothing found.") : el("ul", { class: "findings" }, own[0].found.map((index) => findingView(data.findings[index]))), "findings");
};

const gridOf = (title, corner, columns, bodies) => {
  const head = el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, corner),
    columns.map((column) => el("th", { scope: "col", role: "columnheader", class: column.turned ? "turned" : null }, column.label))));
  const table = el("table", { class: "map", role: "grid", "aria-label": title }, head, bodies.map((rows) => el("tbody", { role: "rowgroup" }, rows)));
  table.addEventListener("keydown", moveInGrid);
  table.addEventListener("focusin", (event) => keepTabStop(table, event.target));
  const first = table.querySelector("td");
  if (first) first.tabIndex = 0;
  return el("section", {}, el("h2", {}, title), el("div", { class: "scroll" }, table));
};
const tableFor = (projects, title) => {
  const columns = columnsFor(projects);
  let shown = 0;
  const bodies = projects.map((project) => {
    const rows = rowsFor(project).flatMap((row) => {
      const cells = columns.map((column) => cellView(row, column));
      if (!cells.some(({ states }) => states.length > 0)) return [];
      shown++;
      return [el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader", title: row.patch.subject }, nameOf(row)), cells.map(({ node }) => node))];
    });
    return rows;
  });
  return { node: gridOf(title, controls.rows === "patches" ? "Patch" : "Hunk", columns, bodies), rows: shown, columns: columns.length };
};
const keepTabStop = (table, target) => {
  if (target.tagName !== "TD") return;
  for (const other of table.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
  target.tabIndex = 0;
};
const moveInGrid = (event) => {
  const from = event.target;
  if (from.tagName !== "TD") return;
  const row = from.parentElement, rows = [...row.closest("table").querySelectorAll("tbody tr")], at = rows.indexOf(row);
  const to = (target, column) => target && target.cells[Math.min(Math.max(column, 1), target.cells.length - 1)];
  const moves = {
    ArrowRight: () => to(row, from.cellIndex + 1), ArrowLeft: () => to(row, from.cellIndex - 1),
    ArrowDown: () => to(rows[at + 1], from.cellIndex), ArrowUp: () => to(rows[at - 1], from.cellIndex),
    Home: () => to(event.ctrlKey ? rows[0] : row, 1), End: () => to(event.ctrlKey ? rows[rows.length - 1] : row, row.cells.length),
    Enter: () => { if (from.openCell) from.openCell(); return from; }, " ": () => { if (from.openCell) from.openCell(); return from; },
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  const target = move();
  if (target && target !== from) { target.focus(); target.scrollIntoView({ block: "nearest", inline: "nearest" }); }
};

/* ---- the cell that was opened ---- */
const dialog = byId("cell");
const namesOf = (own) => { const names = own.map(({ rev }) => rev.n); return names.length > 4 ? names[0] + " … " + names[names.length - 1] + " (" + names.length + ")" : names.join(", "); };
const openDialog = (title, subject, variants, labelOf, opener, tools, view, same) => {
  const choice = el("select", { id: "variant" }, variants.map((own, at) => el("option", { value: at }, labelOf(own))));
  choice.value = String(variants.length - 1);
  const body = el("div", {});
  const draw = () => {
    const own = variants[Number(choice.value)];
    const newest = own[own.length - 1].rev;
    body.replaceChildren(el("p", { class: "faint" }, newest.c ? "commit " + newest.c : "", " ", plural(own.length, "revision"), " with the same " + same + ": ", own.map(({ rev }) => rev.n).join(", ")), view(own));
  };
  choice.addEventListener("change", draw);
  dialog.replaceChildren(el("div", { class: "bar" }, el("h2", { id: "cell-title", tabindex: "-1" }, title), el("div", {}, tools, " ", el("button", { type: "button", onclick: () => dialog.close() }, "Close"))),
    el("p", {}, subject), el("p", {}, el("label", {}, "Revisions ", choice)), body);
  draw();
  dialog.onclose = () => opener.focus();
  dialog.showModal();
  byId("cell-title").focus();
  return draw;
};
const openCell = (row, column, entries, opener) => {
  const variants = [...new Set(entries.map(({ index }) => index))].map((index) => entries.filter((entry) => entry.index === index));
  const label = () => { toggle.textContent = view === "split" ? "Show unified diff" : "Show side by side"; };
  const toggle = el("button", { type: "button", onclick: () => { view = view === "split" ? "unified" : "split"; label(); draw(); } });
  label();
  const draw = openDialog(nameOf(row) + ", " + column.label, row.patch.subject, variants, (own) => namesOf(own) + ": " + stateIn(own[0].verdict, row.hunk), opener, [toggle], (own) => verdictView(own[0].verdict, row.hunk), "files");
};

/* ---- drawing ---- */
const drawMap = () => {
  const projects = [...new Set(data.patches.map(({ project }) => project))];
  const held = [...new Set(data.repositories.map(({ project }) => project))];
  const all = controls.columns === "releases" && projects.length > 0 ? [tableFor(projects, data.title)] : projects.map((project) => tableFor([project], project));
  const tables = all.filter((one, at) => one.columns > 0 || at === 0);
  const what = "Findings in " + (data.checked === "trees" ? "all files" : "the files of the patches");
  const found = data.rules === undefined ? [] : (controls.columns === "releases" ? [findingTable(held, what)] : held.map((project) => findingTable([project], what + ": " + project))).filter((one) => one.rows > 0);
  byId("map").replaceChildren(...tables.map(({ node }) => node), ...found.map(({ node }) => node));
  const [rows, columns] = [tables.reduce((sum, one) => sum + one.rows, 0), tables.reduce((sum, one) => sum + one.columns, 0)];
  const rules = plural(found.reduce((sum, one) => sum + one.rows, 0), "rule") + " with findings";
  byId("said").textContent = [...(tables.length === 0 ? [] : [plural(rows, "row"), plural(columns, "column")]), ...(tables.length > 0 && found.length === 0 ? [] : [rules])].join(", ");
  if (data.inline) drawInline(projects);
};
const drawInline = (projects) => {
  const parts = projects.flatMap((project) => rowsFor(project).filter(({ hunk }, at, all) => hunk === null || all.findIndex((one) => one.patch === all[at].patch) === at).flatMap((row) =>
    data.repositories.filter((one) => one.project === project).flatMap(({ path, revisions }) => revisions.flatMap((rev) => {
      const verdict = data.verdicts[(rev.v[controls.profile] || [])[row.at]];
      if (!verdict || !controls.states.has(verdict.s)) return [];
      return [el("details", { open: verdict.s !== "absent" && verdict.s !== "obsolete" }, el("summary", {}, mark(verdict.s), " ", row.patch.id, ": ", verdict.s, " in ", path), el("p", {}, row.patch.subject), verdictView(verdict, null))];
    }))));
  byId("inline").replaceChildren(...parts);
};
const option = (value, text) => el("option", { value }, text);
const select = (name, label, options) => el("label", {}, label, el("select", { name }, options.map(([value, text]) => option(value, text))));
const mapControls = () => {
  const seen = new Set(data.verdicts.flatMap((verdict) => [verdict.s, ...verdict.h.map(({ s }) => s)]));
  const form = el("form", { class: "controls", role: "search", "aria-label": "filter" },
    el("label", {}, data.patches.length > 0 ? "Search patches and hunks ( / )" : "Search rules ( / )", el("input", { name: "search", type: "search", size: "28" })),
    el("label", {}, "Revisions or releases", el("input", { name: "revisions", type: "search", size: "16", placeholder: "20. 2024.1 master" })),
    data.profiles.length > 1 ? select("profile", "Profile", data.profiles.map((name) => [name, name])) : null,
    data.patches.length > 0 ? select("rows", "Rows", [["patches", "patches"], ["hunks", "hunks"]]) : null,
    data.inline ? null : select("columns", "Columns", [["releases", "releases"], ["revisions", "every revision"]]));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => { controls[event.target.name] = event.target.value; drawMap(); });
  const states = el("fieldset", { id: "states" }, el("legend", {}, "States"), Object.keys(data.marks).filter((state) => seen.has(state)).map((state) =>
    el("label", {}, el("input", { type: "checkbox", value: state, checked: true }), mark(state), state)));
  states.addEventListener("change", (event) => {
    if (event.target.checked) controls.states.add(event.target.value); else controls.states.delete(event.target.value);
    drawMap();
  });
  return data.patches.length > 0 ? [form, states] : [form];
};

/* ---- findings ---- */
const ruleOf = (one) => data.rules[one.rule] || { t: "", url: null, page: null };
const findingView = (one) => {
  const rule = ruleOf(one);
  return el("li", {}, el("p", {}, el("span", { class: "mark s-" + one.s }, one.s), " ", el("code", { class: "place" }, one.at), " ", one.m),
    el("p", { class: "faint" }, rule.url ? el("a", { href: rule.url, rel: "noopener noreferrer" }, one.rule) : one.rule, ": ", rule.t, one.why ? " (" + one.why + ")" : null),
    frame(one.f, [one.l, one.e]), one.rel.map((other) => el("p", {}, el("code", {}, other.at), " ", other.m)),
    rule.page === null ? null : el("details", { class: "page" }, el("summary", {}, "Why it matters, and the source"), el("pre", {}, rule.page)));
};
const drawFindings = () => {
  const query = { text: "", rule: "", severity: "" };
  const list = el("ul", { class: "findings" });
  const draw = () => {
    const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = data.findings.filter((one) => (query.rule === "" || one.rule === query.rule) && (query.severity === "" || one.s === query.severity) && words.every((word) => (one.at + " " + one.m + " " + one.rule + " " + ruleOf(one).t).toLowerCase().includes(word)));
    list.replaceChildren(...shown.map(findingView));
    byId("said").textContent = plural(shown.length, "finding");
  };
  const any = (values) => [["", "all"], ...values.map((value) => [value, value])];
  const form = el("form", { class: "controls", role: "search", "aria-label": "filter" }, el("label", {}, "Search findings ( / )", el("input", { name: "text", type: "search", size: "28" })),
    select("rule", "Rule", any([...new Set(data.findings.map(({ rule }) => rule))].sort())), select("severity", "Severity", any([...new Set(data.findings.map(({ s }) => s))].sort())));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => { query[event.target.name] = event.target.value; draw(); });
  byId("filters").append(form);
  byId("map").append(list);
  draw();
};

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  const field = document.querySelector('input[type="search"]');
  if (event.key !== "/" || typing || dialog.open || !field) return;
  event.preventDefault();
  field.focus();
});
if (data.patches) { byId("filters").append(...mapControls()); drawMap(); }
else drawFindings();
})();
`;
