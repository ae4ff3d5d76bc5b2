import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import type { ModuleFacts } from "../module/module.ts";
import { isOneLetterOff } from "../module/slip.ts";
import { isTarget } from "../module/syntax.ts";
import type { ProjectFacts } from "./project.ts";
import { receiverClass } from "./receiver.ts";
import { isLikelySlip } from "./slips.ts";
import { pathsAssigning, pathsDefining, pathsWithWord } from "./word-index.ts";

/**
 * The attribute that is meant where `self.name` is asked for which nothing in the tree sets or defines: one that the class sets by nearly
 * that name, or a method of that name but for its underscore; `undefined` where there is none.
 */
export function attributeMeant(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): string | undefined {
  const name = node.field("attribute")?.text ?? "";
  const object = node.field("object");
  if (object?.text !== "self" || name.length < 5) return undefined;
  // nearly every attribute is set somewhere: that is the cheap question
  if (pathsAssigning(project, name).length > 0 || pathsDefining(project, name).length > 0) return undefined;
  if (isTarget(node) || !receiverClass(project, module, object)) return undefined;
  const near = isCalled(node)
    ? methodBut(project, module, node, name)
    : nearestSet(project, module, node, name);
  return near !== undefined && isNobodys(project, module, name) ? near : undefined;
}

interface SetName {
  readonly name: string;
  readonly start: number;
}

/** Every `self.NAME = …` of a module. */
function setIn(project: ProjectFacts, module: ModuleFacts): readonly SetName[] {
  return project.latest(module, "attributes of self that are set", () =>
    module.tree.ofType("attribute").flatMap((node) => {
      const isSet = node.fieldName === "left" && node.parent?.type === "assignment";
      const name = isSet && node.field("object")?.text === "self" ? node.field("attribute")?.text : undefined;
      return name === undefined ? [] : [{ name, start: node.start }];
    }),
  );
}

function isCalled(node: SyntaxNode): boolean {
  return node.parent?.type === "call";
}

/**
 * A method of the class or a known base that has the name without its underscore; the other way a base from outside may have
 * it, and so where the method itself calls what does its work.
 */
function methodBut(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  name: string,
): string | undefined {
  const around = project.classAround(module, node);
  const other = name.slice(1);
  if (!around || !/^_[^_]/.test(name) || !/[a-z]_[a-z]/.test(other)) return undefined;
  if (WORKERS.test(name) && !project.classOrder(around).complete) return undefined;
  return module.functionAround(node)?.name !== other && project.findMethod(around, other) ? other : undefined;
}

/** What a plugin's base from outside has for its public methods (`_get_port`). */
const WORKERS = /^_(?:check|create|delete|get|make|process|update|validate)_/;

/** An attribute that the class around sets, by a name that differs in a letter or two, or in its last word. */
function nearestSet(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  name: string,
): string | undefined {
  const around = project.classAround(module, node);
  if (!around) return undefined;
  const { class: facts } = around;
  const own = setIn(project, module)
    .filter(({ start }) => facts.node.start <= start && start < facts.node.end)
    .map((set) => set.name);
  if (own.includes(name)) return undefined;
  // words are nearer to each other than names of several
  const isLong = name.includes("_") && name.length > 5;
  return [...new Set(own)].find((other) =>
    isLong ? isNear(name, other) : isLikelySlip(project, name, other),
  );
}

function isNear(written: string, meant: string): boolean {
  if (/\d/.test(written + meant) || meant.length < 5) return false;
  if (isOneLetterOff(written, meant)) return withoutUnderscores(written) !== withoutUnderscores(meant);
  // `dhcp_driver_class` and `dhcp_driver_cls`: all words but the last, which begin alike
  const [left, right] = [written.split("_"), meant.split("_")];
  const [mine = "", theirs = ""] = [left.at(-1), right.at(-1)];
  return (
    left.length > 2 &&
    left.length === right.length &&
    left.slice(0, -1).join() === right.slice(0, -1).join() &&
    mine.slice(0, 2) === theirs.slice(0, 2) &&
    Math.max(mine.length, theirs.length) < 7
  );
}

function withoutUnderscores(name: string): string {
  return name.replaceAll("_", "");
}

/** Whether no module defines the name, sets it or has it in quotes; reads of it say nothing. */
function isNobodys(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const others = pathsWithWord(project, name);
  const quoted = new RegExp(
    `['"]${literally(name)}['"]|(^|[\\s.])${literally(name)}\\s*=[^=]|^[ \\t]*${literally(name)}:|\\bas ${literally(name)}\\b`,
    "m",
  );
  return !quoted.test(module.text) && !others.some((path) => quoted.test(project.text(path) ?? ""));
}
