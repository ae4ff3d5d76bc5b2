import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ClassFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import type { Taker } from "./call-fit.ts";
import { type NamedTuple, readFields, readNamedTuple } from "./named-tuples.ts";

/** What a named tuple or a dataclass takes that a call makes: its `__init__` is made of its fields. */
export function madeTakers(
  project: ProjectFacts,
  module: ModuleFacts,
  { name = "", callee }: CallFacts,
): readonly Taker[] | undefined {
  // a class; most calls are none, and need no look at what they mean
  if (!/^_?[A-Z]\w*[a-z]/.test(name)) return undefined;
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "assignment") {
    const tuple = readNamedTuple(meaning.module, meaning.assignment);
    return tuple && takersOfTuple(tuple);
  }
  return meaning.kind === "class" ? takersOfClass(project, meaning) : undefined;
}

function takersOfTuple({
  fields,
  isOpen,
}: Pick<NamedTuple, "fields" | "isOpen">): readonly Taker[] | undefined {
  return isOpen ? undefined : fields.map((field) => takerOf(field, false));
}

function takerOf(name: string, isOptional: boolean): Taker {
  return { name, kind: "positional-or-keyword", defaultValue: isOptional ? "" : null };
}

function takersOfClass(project: ProjectFacts, placed: PlacedClass): readonly Taker[] | undefined {
  return project.onceFor(placed.class, "made takers", () => {
    const { module, class: facts } = placed;
    const [base, ...others] = facts.bases;
    const tuple = base && others.length === 0 && !makesItself(facts) ? readFields(base) : undefined;
    if (tuple) return takersOfTuple(tuple);
    if (facts.bases.some((one) => project.qualifiedName(module, one) === "typing.NamedTuple"))
      return fieldsOf(facts);
    return isPlainDataclass(project, placed) ? takersOfDataclass(project, placed) : undefined;
  });
}

/** The fields of a dataclass after those of its bases, which have to be dataclasses too. */
function takersOfDataclass(project: ProjectFacts, placed: PlacedClass): readonly Taker[] | undefined {
  const { classes, complete } = project.classOrder(placed);
  if (!complete || classes.some(({ class: facts }) => makesItself(facts))) return undefined;
  const all = new Map<string, Taker>();
  for (const one of [...classes].reverse()) {
    const fields = isPlainDataclass(project, one) ? fieldsOf(one.class) : undefined;
    if (!fields) return undefined;
    for (const taker of fields) all.set(taker.name, taker);
  }
  return [...all.values()];
}

function makesItself(facts: ClassFacts): boolean {
  return facts.methods.has("__init__") || facts.methods.has("__new__");
}

/** `@dataclass`, and nothing said to it that changes what is taken. */
function isPlainDataclass(project: ProjectFacts, { module, class: facts }: PlacedClass): boolean {
  const [only, ...more] = facts.decorators;
  if (!only || more.length > 0 || /\b(init|kw_only)\b/.test(only.node.text)) return false;
  const named = only.call?.field("function") ?? only.expression;
  return project.qualifiedName(module, named) === "dataclasses.dataclass";
}

/** `undefined` where a field is made by what nobody knows here. */
function fieldsOf(facts: ClassFacts): readonly Taker[] | undefined {
  const fields: Taker[] = [];
  for (const assignment of annotationsIn(facts)) {
    const kind = assignment.field("type")?.text ?? "";
    if (/\bClassVar\b/.test(kind)) continue;
    const value = assignment.field("right");
    if (/\b(KW_ONLY|InitVar)\b/.test(kind) || /\b(init|kw_only)\b/.test(value?.text ?? "")) return undefined;
    fields.push(takerOf(assignment.field("left")?.text ?? "", value !== null));
  }
  return fields;
}

/** The `name: kind` and `name: kind = value` of the class' own block. */
function annotationsIn({ node }: ClassFacts): readonly SyntaxNode[] {
  const statements = node.field("body")?.namedChildren ?? [];
  return statements.flatMap((statement) => {
    const [only] = statement.type === "expression_statement" ? statement.namedChildren : [];
    return only?.type === "assignment" && only.field("type") ? [only] : [];
  });
}
