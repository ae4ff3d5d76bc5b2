/**
 * Elements of the page, its data, and the choice of the theme. A part of the page's program, see `page-script.ts`.
 *
 * The data's names of one letter (`s` a state, `f` a frame, `d` a diff, …) are given in `matrix-page.ts` and `page-finding.ts`.
 */
export const ELEMENTS: string = `
"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

/** An element with properties of ours and children; texts become text nodes. */
const el = (tag, props, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) if (child !== undefined && child !== null) node.append(child);
  return node;
};
const plural = (count, word) => count + " " + word + (count === 1 ? "" : "s");
const mark = (state) =>
  el("span", { class: "mark s-" + state, "aria-hidden": "true" }, data.marks[state] || "");

/* ---- theme ---- */
byId("theme").addEventListener("change", (event) => {
  const wanted = event.target.value;
  if (wanted === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
});

`;
