import { OPENED_CELL } from "./page-script-cell.ts";
import { DIFFS } from "./page-script-diffs.ts";
import { DRAWING } from "./page-script-drawing.ts";
import { ELEMENTS } from "./page-script-elements.ts";
import { FINDINGS } from "./page-script-findings.ts";
import { GRID } from "./page-script-grid.ts";
import { HEAT_MAP } from "./page-script-map.ts";
import { RULE_MAP } from "./page-script-rules.ts";
import { VERDICTS } from "./page-script-verdicts.ts";

/** The rest of the program: keys, and what is drawn first. */
const START = `document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  const field = document.querySelector('input[type="search"]');
  if (event.key !== "/" || typing || dialog.open || !field) return;
  event.preventDefault();
  field.focus();
});
if (data.patches) {
  byId("filters").append(...mapControls());
  drawMap();
} else drawFindings();
})();
`;

/**
 * The page's program, for browsers. It is text because it never runs here, and its hash stands in the content security
 * policy. Names and code of a tree reach the document as text nodes only, never as markup.
 *
 * The parts are one text, in which each uses names of the others. They are indented as a formatter would, the whole by
 * one step less.
 */
export const PAGE_SCRIPT: string = [
  ELEMENTS,
  DIFFS,
  VERDICTS,
  HEAT_MAP,
  RULE_MAP,
  GRID,
  OPENED_CELL,
  DRAWING,
  FINDINGS,
  START,
].join("");
