/** A grid that the arrow keys move in. A part of the page's program, see `page-script.ts`. */
export const GRID: string = `const gridOf = (title, corner, columns, bodies) => {
  const head = el(
    "thead",
    { role: "rowgroup" },
    el(
      "tr",
      { role: "row" },
      el("th", { scope: "col", role: "columnheader" }, corner),
      columns.map((column) =>
        el(
          "th",
          { scope: "col", role: "columnheader", class: column.turned ? "turned" : null },
          column.label,
        ),
      ),
    ),
  );
  const table = el(
    "table",
    { class: "map", role: "grid", "aria-label": title },
    head,
    bodies.map((rows) => el("tbody", { role: "rowgroup" }, rows)),
  );
  table.addEventListener("keydown", moveInGrid);
  table.addEventListener("focusin", (event) => keepTabStop(table, event.target));
  const first = table.querySelector("td");
  if (first) first.tabIndex = 0;
  return el("section", {}, el("h2", {}, title), el("div", { class: "scroll" }, table));
};
const gridRow = (name, title, cells) =>
  el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader", title }, name), cells);
const emptyCell = (name, column) =>
  el("td", {
    class: "empty",
    role: "gridcell",
    tabindex: "-1",
    "aria-label": name + ", " + column.label + ": no revision",
  });
const openableCell = (name, column, style, words, text, open) => {
  const title = column.label + ": " + words;
  const label = name + ", " + title;
  const node = el(
    "td",
    { class: style, role: "gridcell", tabindex: "-1", "aria-label": label, title },
    text,
  );
  node.addEventListener("click", open);
  node.openCell = open;
  return node;
};
const tableFor = (projects, title) => {
  const columns = columnsFor(projects);
  let shown = 0;
  const rowView = (row) => {
    const cells = columns.map((column) => cellView(row, column));
    if (!cells.some(({ states }) => states.length > 0)) return [];
    shown++;
    return [
      gridRow(
        nameOf(row),
        row.patch.subject,
        cells.map(({ node }) => node),
      ),
    ];
  };
  const bodies = projects.map((project) => rowsFor(project).flatMap(rowView));
  return {
    node: gridOf(title, controls.rows === "patches" ? "Patch" : "Hunk", columns, bodies),
    rows: shown,
    columns: columns.length,
  };
};
const keepTabStop = (table, target) => {
  if (target.tagName !== "TD") return;
  for (const other of table.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
  target.tabIndex = 0;
};
const moveInGrid = (event) => {
  const from = event.target;
  if (from.tagName !== "TD") return;
  const row = from.parentElement;
  const rows = [...row.closest("table").querySelectorAll("tbody tr")];
  const at = rows.indexOf(row);
  const to = (target, column) =>
    target && target.cells[Math.min(Math.max(column, 1), target.cells.length - 1)];
  const open = () => {
    if (from.openCell) from.openCell();
    return from;
  };
  const moves = {
    ArrowRight: () => to(row, from.cellIndex + 1),
    ArrowLeft: () => to(row, from.cellIndex - 1),
    ArrowDown: () => to(rows[at + 1], from.cellIndex),
    ArrowUp: () => to(rows[at - 1], from.cellIndex),
    Home: () => to(event.ctrlKey ? rows[0] : row, 1),
    End: () => to(event.ctrlKey ? rows[rows.length - 1] : row, row.cells.length),
    Enter: open,
    " ": open,
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  const target = move();
  if (target && target !== from) {
    target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
};

`;
