import type { HunkReport } from "../match/state.ts";
import type { DefinitionPlace } from "../plan/definitions.ts";
import type { TreeOutcome } from "../plan/outcome.ts";
import type { PatchStep } from "../plan/plan.ts";
import type { SemanticPatch } from "../smpl/semantic-patch.ts";
import { formatHunk } from "./patch-text.ts";
import { clip, printable, type Style, tint, wrap } from "./style.ts";

/** What the report needs of an explained line. */
export interface ExplainedLine {
  readonly tree: TreeOutcome;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly definition: DefinitionPlace | undefined;
  readonly hunks: readonly {
    readonly step: PatchStep;
    readonly report: HunkReport;
    readonly bindings: readonly { readonly kind: string; readonly name: string; readonly code: string }[];
  }[];
  readonly elsewhere: number;
}

/** Each hunk that is about the line: its state, why, the nearest miss, and what its metavariables stand for. */
export function formatExplanation(explained: ExplainedLine, style: Style): string {
  const { tree, path, line, text, definition, hunks, elsewhere } = explained;
  const inside =
    definition === undefined ? "module level" : `${KINDS[definition.kind]} ${printable(definition.name)}`;
  const lines = [
    `${tint(style, "bold", `${printable(path)}:${line}`)}, ${inside}${definition ? ` (lines ${definition.firstLine}-${definition.lastLine})` : ""}`,
    tint(style, "dim", clip(`${String(line).padStart(5)} │ ${printable(text)}`, style.width)),
    "",
  ];
  if (hunks.length === 0)
    lines.push(`No hunk of ${tree.profile.name} is about this place${others(elsewhere)}.`);
  let last: PatchStep | undefined;
  for (const { step, report, bindings } of hunks) {
    if (step !== last)
      lines.push(...wrap(`${step.patch.id}: ${printable(step.patch.header.subject)}`, "", style.width));
    last = step;
    lines.push(...formatHunk(tree, step, report, style, "  ", "always"));
    for (const { kind, name, code } of bindings)
      lines.push(clip(`    ${kind} ${name} = ${printable(code.replace(/\s+/g, " "))}`, style.width));
  }
  if (hunks.length > 0 && elsewhere > 0)
    lines.push("", ...wrap(`${elsewhere} more hunks are about other places of this file.`, "", style.width));
  return `${lines.join("\n")}\n`;
}

/** What the report needs of own rules and a line. */
export interface LineOfRules {
  readonly path: string;
  readonly line: number;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly number[];
    readonly silent: readonly string[];
  }[];
}

/** Each own rule: whether it finds the line, which others of the file, or why none. */
export function formatExplainedRules({ path, line, rules }: LineOfRules, style: Style): string {
  const lines = [`${tint(style, "bold", `${printable(path)}:${line}`)}, by own rules`, ""];
  for (const { id, title, lines: found, silent } of rules) {
    const others = found.filter((one) => one !== line);
    lines.push(
      ...wrap(`${printable(id)}: ${printable(title)}`, "", style.width),
      `  ${tint(style, "bold", found.includes(line) ? "found" : "not found")}`,
      ...(others.length === 0 ? [] : wrap(`found in line ${others.join(", ")}`, "    ", style.width)),
      ...silent.flatMap((reason) => wrap(printable(reason), "    ", style.width)),
    );
  }
  return `${lines.join("\n")}\n`;
}

const KINDS = { function: "function", class: "class", assignment: "assignment" } as const;

function others(count: number): string {
  return count === 0 ? "" : `; ${count} are about other places of this file`;
}

/** What a semantic patch says of itself, for one that has no page of its own. */
export function formatPatchPage(patch: SemanticPatch): string {
  const { header } = patch;
  const facts = [
    ["Project", header.project],
    ["Applies to", header.appliesTo],
    ["Profiles", header.profiles?.join(", ")],
    ["Effect", header.effect],
    ["Hazard removed", header.hazard],
    ["Bugs", header.bugs.join(", ") || undefined],
    ["Origin", header.origin],
    ["Needs", header.needs.map((need) => `${need.what}: ${need.reason}`).join("; ") || undefined],
    ["Depends on", header.dependsOn.map((one) => `${one.what}: ${one.reason}`).join("; ") || undefined],
    ["Removed", header.removedIn && `${header.removedIn.what}: ${header.removedIn.reason}`],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
  return `# ${header.subject}\n\n${patch.id}\n\n${facts.join("\n")}\n\n${patch.prose.trim()}\n`;
}
