/** Findings as a list below their filters. A part of the page's program, see `page-script.ts`. */
export const FINDINGS: string = String.raw`/* ---- findings ---- */
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

`;
