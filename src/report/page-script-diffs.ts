/** A diff as a table, side by side or unified. A part of the page's program, see `page-script.ts`. */
export const DIFFS: string = String.raw`/* ---- diffs ---- */
let view = matchMedia("(max-width: 60rem)").matches ? "unified" : "split";
const linesOf = (diff) => diff.map((index) => data.lines[index]);

/** Rows of a diff: [kind, old number, old text, new number, new text]. */
const rowsOf = (lines) => {
  const rows = [];
  let [a, b] = [0, 0];
  let [minus, plus] = [[], []];
  const flush = () => {
    for (let at = 0; at < Math.max(minus.length, plus.length); at++)
      rows.push(["change", ...(minus[at] || [null, null]), ...(plus[at] || [null, null])]);
    minus = [];
    plus = [];
  };
  for (const line of lines) {
    const [sign, text] = [line[0], line.slice(1)];
    if (sign === "-") minus.push([a++, text]);
    else if (sign === "+") plus.push([b++, text]);
    else if (sign === "@") {
      flush();
      const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (found) {
        a = Number(found[1]) + (found[2] === "0" ? 1 : 0);
        b = Number(found[3]) + (found[4] === "0" ? 1 : 0);
      }
      rows.push(["head", null, line, null, null]);
    } else if (sign === " ") {
      flush();
      rows.push(["same", a++, text, b++, text]);
    }
  }
  flush();
  return rows;
};
const cell = (kind, text) => el("td", { class: "code " + kind }, text === null ? "" : text);
const number = (value) => el("td", { class: "no code" }, value === null ? "" : String(value));
const splitRow = ([kind, a, old, b, fresh]) => {
  if (kind === "head") return el("tr", {}, el("td", { class: "code at", colspan: "4" }, old));
  if (kind === "same") return el("tr", {}, number(a), cell("", old), number(b), cell("", fresh));
  return el(
    "tr",
    {},
    number(a),
    cell(old === null ? "pad" : "m", old),
    number(b),
    cell(fresh === null ? "pad" : "p", fresh),
  );
};
const unifiedRows = (rows) => {
  const out = [];
  let held = [];
  const line = (kind, a, b, text) => el("tr", {}, number(a), number(b), cell(kind, text));
  const flush = () => {
    out.push(...held);
    held = [];
  };
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
  const [numbers, code] = [() => el("col", { class: "no" }), () => el("col", {})];
  const [columns, lines] =
    view === "unified"
      ? [[numbers(), numbers(), code()], unifiedRows(rows)]
      : [[numbers(), code(), numbers(), code()], rows.map(splitRow)];
  const props = { class: "diff " + view, "aria-label": "change of " + file.p };
  return el("table", props, el("colgroup", {}, columns), el("tbody", {}, lines));
};
const frame = (lines, [from, to]) => {
  if (lines.length === 0) return null;
  const style = (line) => (line >= from && line <= to ? "hit" : "");
  const rows = lines.map(([line, text]) => el("tr", {}, number(line), cell(style(line), data.lines[text])));
  return el("table", { class: "diff", "aria-label": "source" }, el("tbody", {}, rows));
};

`;
