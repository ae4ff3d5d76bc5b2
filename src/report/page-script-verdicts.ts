/**
 * What a patch is on a revision: its hunks, how far they got, what applying it does. A part of the page's program, see
 * `page-script.ts`.
 */
export const VERDICTS: string = `/* ---- the verdict on a patch ---- */
const place = (hunk) => (hunk.p === null ? "" : hunk.p + (hunk.l ? ":" + hunk.l : ""));
const side = (label, code) => el("div", {}, el("div", { class: "faint" }, label), el("code", {}, code));
const miss = (one) => {
  const slice = one.s === "minus" ? "original" : "patched";
  const expected = side("expected (" + slice + " code, line " + one.pl + " of the patch)", one.e);
  const found = side("found (line " + one.l + ")", one.f === null ? "the code ends" : one.f);
  return el("div", {}, el("div", { class: "pair" }, expected, found), frame(one.fr, [one.l, one.l]));
};
const hunkView = (hunk) =>
  el(
    "article",
    {},
    el("h3", {}, mark(hunk.s), " ", hunk.n, ": ", hunk.s),
    el("p", {}, place(hunk) ? el("code", {}, place(hunk)) : null, place(hunk) ? " " : null, hunk.r),
    hunk.m.length > 0 ? el("p", { class: "faint" }, "Nearest miss") : null,
    hunk.m.map(miss),
    frame(hunk.f, [hunk.l, hunk.l]),
  );
const hunkLine = (hunk) => {
  const where = place(hunk) ? [", ", el("code", {}, place(hunk))] : null;
  return el("li", {}, mark(hunk.s), " ", hunk.n, ": ", hunk.s, where, ", ", hunk.r);
};
const verdictView = (verdict, hunk) => {
  const wanted = verdict.h.filter((one) => hunk === null || one.n === hunk);
  const isShort = (one) => one.m.length === 0 && one.f.length === 0;
  const short = wanted.filter(isShort);
  const hunks = wanted.filter((one) => !isShort(one));
  const title = (file) =>
    el("h3", {}, el("code", {}, file.p), " " + file.c + ", +" + file.a + " -" + file.x);
  const files = verdict.d.map((file) => el("div", {}, title(file), diffTable(file)));
  return el(
    "div",
    { class: "verdict" },
    verdict.n.map((note) => el("p", {}, note)),
    short.length > 0 ? el("ul", { class: "hunks" }, short.map(hunkLine)) : null,
    hunks.map(hunkView),
    files.length > 0 ? el("h2", {}, "What applying it does") : null,
    files,
  );
};

`;
