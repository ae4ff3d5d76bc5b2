/** The maps below their filters, drawn anew when a filter changes. A part of the page's program, see `page-script.ts`. */
export const DRAWING: string = `/* ---- drawing ---- */
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

`;
