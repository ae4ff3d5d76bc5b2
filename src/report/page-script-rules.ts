/** Rules by releases or revisions: how much each finds. A part of the page's program, see `page-script.ts`. */
export const RULE_MAP: string = String.raw`/* ---- the findings of rules ---- */
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

`;
