import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { AssignmentFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { calleeOfCall } from "./instances.ts";
import { givesAsWritten, valuesReturned } from "./own-instances.ts";

/** `Door = collections.namedtuple('Door', 'width height')`, once and for all. */
export interface NamedTuple {
  readonly module: ModuleFacts;
  readonly assignment: AssignmentFacts;
  readonly fields: readonly string[];
  /** Whether more is said of them: `defaults=(…)`, `rename=True`. */
  readonly isOpen: boolean;
}

const MAX_DEPTH = 4;

/** The named tuple that a value certainly is: made here, or given by functions that give nothing else, but for None. */
export function namedTupleOf(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode,
  depth = 0,
): NamedTuple | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (value.type === "identifier") {
    const scope = module.scopeAt(value);
    const [only, ...more] = scope.kind === "function" ? (scope.bindings.get(value.text) ?? []) : [];
    return only?.kind === "assignment" && only.value && more.length === 0
      ? namedTupleOf(project, module, only.value, depth + 1)
      : undefined;
  }
  const callee = value.type === "call" ? value.field("function") : null;
  if (!callee) return undefined;
  const meaning = project.meaning(module, callee);
  if (meaning.kind === "assignment") return readNamedTuple(meaning.module, meaning.assignment);
  const called = meaning.kind === "class" ? undefined : calleeOfCall(project, module, callee);
  if (!called || !givesAsWritten(project, called)) return undefined;
  return project.onceFor(called.function, `named tuple given at ${depth}`, () => {
    const given = (valuesReturned(called.function) ?? []).map((one) =>
      namedTupleOf(project, called.module, one, depth + 1),
    );
    const [first] = given;
    return given.every((one) => one?.assignment === first?.assignment) ? first : undefined;
  });
}

/** The named tuple that an assignment makes, if it does. */
export function readNamedTuple(module: ModuleFacts, assignment: AssignmentFacts): NamedTuple | undefined {
  const { value, name } = assignment;
  const made = value ? readFields(value) : undefined;
  return made && module.scope.bindings.get(name)?.length === 1 ? { module, assignment, ...made } : undefined;
}

/** The fields that `namedtuple('Door', 'width height')` names. */
export function readFields(made: SyntaxNode): Pick<NamedTuple, "fields" | "isOpen"> | undefined {
  if (made.type !== "call" || !/^(collections\.)?namedtuple$/.test(made.field("function")?.text ?? ""))
    return undefined;
  const [, listed, ...more] = argumentsOf(made);
  const fields = listed?.kind === "positional" ? fieldsIn(listed.value) : undefined;
  return fields && { fields, isOpen: more.length > 0 };
}

/** `'width height'`, `['width', 'height']`. */
function fieldsIn(listed: SyntaxNode): readonly string[] | undefined {
  const text = stringValue(listed);
  if (text !== undefined) return text.split(/[\s,]+/).filter((name) => name !== "");
  if (!/^(list|tuple)$/.test(listed.type)) return undefined;
  const names = listed.namedChildren.filter(({ type }) => type !== "comment").map(stringValue);
  return names.every((name) => name !== undefined) ? names : undefined;
}
