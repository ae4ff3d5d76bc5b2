/** Findings as a list below their filters. A part of the page's program, see `page-script.ts`. */
export const FINDINGS: string = String.raw`/* ---- findings ---- */
const ruleOf = (one) => data.rules[one.rule] || { t: "", url: null, page: null };
const findingView = (one) => {
  const rule = ruleOf(one);
  const severity = el("span", { class: "mark s-" + one.s }, one.s);
  const name = rule.url ? el("a", { href: rule.url, rel: "noopener noreferrer" }, one.rule) : one.rule;
  return el(
    "li",
    {},
    el("p", {}, severity, " ", el("code", { class: "place" }, one.at), " ", one.m),
    el("p", { class: "faint" }, name, ": ", rule.t, one.why ? " (" + one.why + ")" : null),
    frame(one.f, [one.l, one.e]),
    one.rel.map((other) => el("p", {}, el("code", {}, other.at), " ", other.m)),
    rule.page === null ? null : pageView(rule.page),
  );
};
const pageView = (page) =>
  el(
    "details",
    { class: "page" },
    el("summary", {}, "Why it matters, and the source"),
    el("pre", {}, page),
  );
const drawFindings = () => {
  const query = { text: "", rule: "", severity: "" };
  const list = el("ul", { class: "findings" });
  const draw = () => {
    const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
    const saysAll = (one) => {
      const text = [one.at, one.m, one.rule, ruleOf(one).t].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const shown = data.findings.filter(
      (one) =>
        (query.rule === "" || one.rule === query.rule) &&
        (query.severity === "" || one.s === query.severity) &&
        saysAll(one),
    );
    list.replaceChildren(...shown.map(findingView));
    byId("said").textContent = plural(shown.length, "finding");
  };
  const any = (values) => [["", "all"], ...same([...new Set(values)].sort())];
  const form = el(
    "form",
    { class: "controls", role: "search", "aria-label": "filter" },
    el("label", {}, "Search findings ( / )", el("input", { name: "text", type: "search", size: "28" })),
    select("rule", "Rule", any(data.findings.map(({ rule }) => rule))),
    select("severity", "Severity", any(data.findings.map(({ s }) => s))),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    query[event.target.name] = event.target.value;
    draw();
  });
  byId("filters").append(form);
  byId("map").append(list);
  draw();
};

`;
