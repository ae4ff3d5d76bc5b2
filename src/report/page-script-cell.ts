/** The dialog of a cell that was opened. A part of the page's program, see `page-script.ts`. */
export const OPENED_CELL: string = `/* ---- the cell that was opened ---- */
const dialog = byId("cell");
const namesOf = (own) => {
  const names = own.map(({ rev }) => rev.n);
  return names.length > 4
    ? names[0] + " … " + names[names.length - 1] + " (" + names.length + ")"
    : names.join(", ");
};
/** Opens on the newest of the variants, lists of revisions with the same content; gives what draws anew. */
const openDialog = ({ title, subject, variants, same, opener, tools, labelOf, view }) => {
  const choice = el(
    "select",
    { id: "variant" },
    variants.map((own, at) => el("option", { value: at }, labelOf(own))),
  );
  choice.value = String(variants.length - 1);
  const body = el("div", {});
  const draw = () => {
    const own = variants[Number(choice.value)];
    const newest = own[own.length - 1].rev;
    body.replaceChildren(
      el(
        "p",
        { class: "faint" },
        newest.c ? "commit " + newest.c : "",
        " ",
        plural(own.length, "revision"),
        " with the same " + same + ": ",
        own.map(({ rev }) => rev.n).join(", "),
      ),
      view(own),
    );
  };
  choice.addEventListener("change", draw);
  dialog.replaceChildren(
    el(
      "div",
      { class: "bar" },
      el("h2", { id: "cell-title", tabindex: "-1" }, title),
      el("div", {}, tools, " ", el("button", { type: "button", onclick: () => dialog.close() }, "Close")),
    ),
    el("p", {}, subject),
    el("p", {}, el("label", {}, "Revisions ", choice)),
    body,
  );
  draw();
  dialog.onclose = () => opener.focus();
  dialog.showModal();
  byId("cell-title").focus();
  return draw;
};
const openCell = (row, column, entries, opener) => {
  const variants = [...new Set(entries.map(({ index }) => index))].map((index) =>
    entries.filter((entry) => entry.index === index),
  );
  const label = () => {
    toggle.textContent = view === "split" ? "Show unified diff" : "Show side by side";
  };
  const toggle = el("button", {
    type: "button",
    onclick: () => {
      view = view === "split" ? "unified" : "split";
      label();
      draw();
    },
  });
  label();
  const draw = openDialog({
    title: nameOf(row) + ", " + column.label,
    subject: row.patch.subject,
    variants,
    same: "files",
    opener,
    tools: [toggle],
    labelOf: (own) => namesOf(own) + ": " + stateIn(own[0].verdict, row.hunk),
    view: (own) => verdictView(own[0].verdict, row.hunk),
  });
};

`;
