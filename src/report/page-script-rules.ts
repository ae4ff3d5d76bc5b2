/** Rules by releases or revisions: how much each finds. A part of the page's program, see `page-script.ts`. */
export const RULE_MAP: string = String.raw`/* ---- the findings of rules ---- */
const foundBy = (rule, rev) => rev.f.filter((index) => data.findings[index].rule === rule);
const rulesFor = (project) => {
  const words = controls.search.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set(
    data.repositories
      .filter((one) => one.project === project)
      .flatMap(({ revisions }) =>
        revisions.flatMap(({ f }) => f.map((index) => data.findings[index].rule)),
      ),
  );
  return [...seen]
    .sort()
    .map((id) => ({ project, rule: id, title: data.rules[id].t }))
    .filter(({ rule, title }) => words.every((word) => (rule + " " + title).toLowerCase().includes(word)));
};
const countText = (counts) => {
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  if (most === 0) return ".";
  return least === most ? String(most) : least + "–" + most;
};
const findingCell = (row, column) => {
  const entries = column.all
    .filter(({ repository }) => repository.project === row.project)
    .map(({ rev }) => ({ rev, found: foundBy(row.rule, rev) }));
  if (entries.length === 0) return emptyCell(row.rule, column);
  const text = countText(entries.map(({ found }) => found.length));
  const all = entries.flatMap(({ found }) => found);
  const words =
    (text === "." ? "no findings" : text === "1" ? "1 finding" : text + " findings") +
    (column.turned ? "" : ", " + plural(entries.length, "revision"));
  const style = all.length === 0 ? "s-absent" : "s-" + data.findings[all[0]].s;
  const node = openableCell(row.rule, column, style, words, text, () =>
    openFindings(row, column, entries, node),
  );
  return node;
};
const findingTable = (projects, title) => {
  const columns = columnsFor(projects);
  const nameOfRow = ({ project, rule }) => (projects.length > 1 ? project + " " + rule : rule);
  const rows = projects.map((project) =>
    rulesFor(project).map((row) =>
      gridRow(
        nameOfRow(row),
        row.title,
        columns.map((column) => findingCell(row, column)),
      ),
    ),
  );
  const count = rows.reduce((sum, own) => sum + own.length, 0);
  return { node: gridOf(title, "Rule", columns, rows), rows: count, columns: columns.length };
};
const openFindings = (row, column, entries, opener) => {
  const keyOf = ({ found }) => found.join();
  const variants = [...new Set(entries.map(keyOf))].map((key) =>
    entries.filter((entry) => keyOf(entry) === key),
  );
  const views = (found) => found.map((index) => findingView(data.findings[index]));
  openDialog({
    title: row.rule + ", " + column.label,
    subject: row.title,
    variants,
    same: "findings",
    opener,
    tools: [],
    labelOf: (own) => namesOf(own) + ": " + plural(own[0].found.length, "finding"),
    view: ([{ found }]) =>
      found.length === 0 ? el("p", {}, "Nothing found.") : el("ul", { class: "findings" }, views(found)),
  });
};

`;
