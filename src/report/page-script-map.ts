/**
 * Patches by releases or revisions: which rows and columns there are, and the cell of each. A part of the page's program, see
 * `page-script.ts`.
 */
export const HEAT_MAP: string = String.raw`/* ---- the heat map ---- */
const stateIn = (verdict, hunk) => {
  const found = hunk === null ? undefined : verdict.h.find((one) => one.n === hunk);
  return found ? found.s : verdict.s;
};
const controls = {
  profile: (data.profiles || [])[0],
  rows: "patches",
  columns: "releases",
  search: "",
  revisions: "",
  states: new Set(Object.keys(data.marks || {})),
};

const columnsFor = (projects) => {
  const wanted = controls.revisions
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const isWanted = (rev) =>
    wanted.length === 0 ||
    wanted.some((word) => rev.n.toLowerCase().startsWith(word) || rev.r.toLowerCase().startsWith(word));
  const all = data.repositories
    .filter((one) => projects.includes(one.project))
    .flatMap((repository) => repository.revisions.filter(isWanted).map((rev) => ({ repository, rev })));
  if (controls.columns === "revisions")
    return all.map((one) => ({ label: one.rev.n, turned: true, all: [one] }));
  const labels = data.releases.filter((label) => all.some(({ rev }) => rev.r === label));
  return labels.map((label) => ({ label, turned: false, all: all.filter(({ rev }) => rev.r === label) }));
};
const rowsFor = (project) => {
  const patches = data.patches.filter(
    (patch) => patch.project === project && patch.profiles.includes(controls.profile),
  );
  const words = controls.search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
  return patches.flatMap((patch, at) => {
    const base = { patch, at, project };
    const text = patch.id + " " + patch.subject;
    if (controls.rows === "patches")
      return fits(text + " " + patch.hunks.join(" ")) ? [{ ...base, hunk: null }] : [];
    return patch.hunks.filter((hunk) => fits(text + " " + hunk)).map((hunk) => ({ ...base, hunk }));
  });
};
const entriesOf = (row, column) =>
  column.all
    .filter(({ repository }) => repository.project === row.project)
    .flatMap(({ rev }) => {
      const verdict = (rev.v[controls.profile] || [])[row.at];
      return verdict === undefined ? [] : [{ rev, verdict: data.verdicts[verdict], index: verdict }];
    });
const nameOf = (row) => (row.hunk === null ? row.patch.id : row.patch.id + " " + row.hunk);

const cellView = (row, column) => {
  const entries = entriesOf(row, column);
  if (entries.length === 0) return { node: emptyCell(nameOf(row), column), states: [] };
  const states = [...new Set(entries.map(({ verdict }) => stateIn(verdict, row.hunk)))];
  const isOn = states.some((state) => controls.states.has(state));
  const words = states.join(", then ") + (column.turned ? "" : ", " + plural(entries.length, "revision"));
  const text = states.map((state) => data.marks[state]).join("");
  const node = openableCell(nameOf(row), column, styleOf(states) + (isOn ? "" : " off"), words, text, () =>
    openCell(row, column, entries, node),
  );
  return { node, states: isOn ? states : [] };
};
const styleOf = (states) => {
  if (states.length === 1) return "s-" + states[0];
  return states.some((state) => data.bad.includes(state)) ? "s-conflict" : "s-mixed";
};

`;
