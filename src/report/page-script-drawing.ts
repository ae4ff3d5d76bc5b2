/** The maps below their filters, drawn anew when a filter changes. A part of the page's program, see `page-script.ts`. */
export const DRAWING: string = `/* ---- drawing ---- */
const drawMap = () => {
  const projects = [...new Set(data.patches.map(({ project }) => project))];
  const held = [...new Set(data.repositories.map(({ project }) => project))];
  const tables = stateTables(projects);
  const found = data.rules === undefined ? [] : findingTables(held);
  byId("map").replaceChildren(...tables.map(({ node }) => node), ...found.map(({ node }) => node));
  const sum = (all, count) => all.reduce((total, one) => total + one[count], 0);
  const states = [plural(sum(tables, "rows"), "row"), plural(sum(tables, "columns"), "column")];
  const rules = plural(sum(found, "rows"), "rule") + " with findings";
  byId("said").textContent = [
    ...(tables.length === 0 ? [] : states),
    ...(tables.length > 0 && found.length === 0 ? [] : [rules]),
  ].join(", ");
  if (data.inline) drawInline(projects);
};
const stateTables = (projects) => {
  const isFolded = controls.columns === "releases" && projects.length > 0;
  const all = isFolded
    ? [tableFor(projects, data.title)]
    : projects.map((project) => tableFor([project], project));
  return all.filter((one, at) => one.columns > 0 || at === 0);
};
const findingTables = (projects) => {
  const what = "Findings in " + (data.checked === "trees" ? "all files" : "the files of the patches");
  const all =
    controls.columns === "releases"
      ? [findingTable(projects, what)]
      : projects.map((project) => findingTable([project], what + ": " + project));
  return all.filter((one) => one.rows > 0);
};
const drawInline = (projects) => {
  // rows may be hunks: all of a patch stand in one part
  const isFirst = ({ patch }, at, all) => all.findIndex((one) => one.patch === patch) === at;
  const parts = projects.flatMap((project) => {
    const repositories = data.repositories.filter((one) => one.project === project);
    return rowsFor(project)
      .filter(isFirst)
      .flatMap((row) => repositories.flatMap((repository) => inlineParts(row, repository)));
  });
  byId("inline").replaceChildren(...parts);
};
const inlineParts = (row, { path, revisions }) =>
  revisions.flatMap((rev) => {
    const verdict = data.verdicts[(rev.v[controls.profile] || [])[row.at]];
    if (!verdict || !controls.states.has(verdict.s)) return [];
    return [
      el(
        "details",
        { open: verdict.s !== "absent" && verdict.s !== "obsolete" },
        el("summary", {}, mark(verdict.s), " ", row.patch.id, ": ", verdict.s, " in ", path),
        el("p", {}, row.patch.subject),
        verdictView(verdict, null),
      ),
    ];
  });
const select = (name, label, options) => {
  const choices = options.map(([value, text]) => el("option", { value }, text));
  return el("label", {}, label, el("select", { name }, choices));
};
const same = (values) => values.map((value) => [value, value]);
const mapControls = () => (data.patches.length > 0 ? [mapFilters(), stateBoxes()] : [mapFilters()]);
const mapFilters = () => {
  const hasPatches = data.patches.length > 0;
  const columns = [...same(["releases"]), ["revisions", "every revision"]];
  const form = el(
    "form",
    { class: "controls", role: "search", "aria-label": "filter" },
    el(
      "label",
      {},
      hasPatches ? "Search patches and hunks ( / )" : "Search rules ( / )",
      el("input", { name: "search", type: "search", size: "28" }),
    ),
    el(
      "label",
      {},
      "Revisions or releases",
      el("input", { name: "revisions", type: "search", size: "16", placeholder: "20. 2024.1 master" }),
    ),
    data.profiles.length > 1 ? select("profile", "Profile", same(data.profiles)) : null,
    hasPatches ? select("rows", "Rows", same(["patches", "hunks"])) : null,
    data.inline ? null : select("columns", "Columns", columns),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    controls[event.target.name] = event.target.value;
    drawMap();
  });
  return form;
};
const stateBoxes = () => {
  const seen = new Set(data.verdicts.flatMap((verdict) => [verdict.s, ...verdict.h.map(({ s }) => s)]));
  const boxes = Object.keys(data.marks)
    .filter((state) => seen.has(state))
    .map((state) =>
      el("label", {}, el("input", { type: "checkbox", value: state, checked: true }), mark(state), state),
    );
  const states = el("fieldset", { id: "states" }, el("legend", {}, "States"), boxes);
  states.addEventListener("change", (event) => {
    if (event.target.checked) controls.states.add(event.target.value);
    else controls.states.delete(event.target.value);
    drawMap();
  });
  return states;
};

`;
