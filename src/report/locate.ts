import { detectionTitle } from "../detect/detect-project.ts";
import type { DefinitionPlace } from "../plan/definitions.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import { printable, type Style, tint } from "./style.ts";
import { formatTable } from "./table.ts";

interface Target {
  readonly path: string | null;
  readonly patches: readonly string[];
}

/** What the report needs of the located targets of a tree. */
export interface LocatedTree {
  readonly tree: TreeOutcome;
  readonly found: readonly (Target & { readonly path: string; readonly place: DefinitionPlace })[];
  readonly missing: readonly (Target & { readonly name: string; readonly reason: string | null })[];
}

/** One line a target: its name, where it stands, and the numbers of the patches that are about it. */
export function formatLocated(located: readonly LocatedTree[], style: Style): string {
  return located
    .map(({ tree, found, missing }) => {
      const head = `${tint(style, "bold", printable(tree.label))}: ${printable(detectionTitle(tree.detection))}`;
      const rows = [
        ...found.map(({ path, place, patches }) => [
          `${path}:${place.line}`,
          `${KEYWORDS[place.kind]}${printable(place.name)}`,
          numbersOf(patches),
        ]),
        ...missing.map(({ path, name, reason, patches }) => [
          whereNot(path, reason),
          name,
          numbersOf(patches),
        ]),
      ];
      const body = rows.length === 0 ? ["  the series names no function here"] : formatTable(rows, "  ");
      return `${[head, ...body].join("\n")}\n`;
    })
    .join("\n");
}

function whereNot(path: string | null, reason: string | null): string {
  if (path === null) return "no such file";
  return reason === null ? `not in ${path}` : `${path}: ${printable(reason)}`;
}

const KEYWORDS = { function: "def ", class: "class ", assignment: "" } as const;

/** `nova/0001-x`, `nova/0004-y` as `0001 0004`. */
function numbersOf(ids: readonly string[]): string {
  return ids.map((id) => /(\d+)-[^/]*$/.exec(id)?.[1] ?? id).join(" ");
}

/** The same as JSON, as schema/locate.schema.json describes it. */
export function locatedJson(located: readonly LocatedTree[]): string {
  const trees = located.map(({ tree, found, missing }) => ({
    path: tree.label,
    project: tree.project,
    version: tree.detection.version?.text ?? null,
    release: tree.detection.release && {
      name: tree.detection.release.name,
      series: tree.detection.release.series,
    },
    found: found.map(({ path, place, patches }) => ({ path, ...place, patches })),
    missing: missing.map(({ path, name, reason, patches }) => ({ path, name, reason, patches })),
  }));
  return `${JSON.stringify({ format: 1, command: "locate", trees }, null, 2)}\n`;
}
