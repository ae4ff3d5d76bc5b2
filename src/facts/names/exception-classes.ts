import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { builtinExceptionBase, canonicalException } from "./builtin-names.ts";

/** Whether a node names an exception of the language, `BaseException` aside: nothing around binds the name otherwise. */
export function isBuiltinException(module: ModuleFacts, node: SyntaxNode): boolean {
  if (node.type !== "identifier" || builtinExceptionBase(node.text) === undefined) return false;
  return module.lookup(node.text, module.scopeAt(node)) === undefined;
}

/** Where an exception class stands among others: its in-tree class or the builtin's name. */
export type ExceptionClass =
  | { readonly kind: "tree"; readonly placed: PlacedClass }
  | { readonly kind: "builtin"; readonly name: string };

/** Whether catching `base` catches `derived` too, for certain; the same class counts. */
export function catches(project: ProjectFacts, base: ExceptionClass, derived: ExceptionClass): boolean {
  if (base.kind === "tree") {
    if (derived.kind !== "tree") return false;
    return project.classOrder(derived.placed).classes.some(({ class: facts }) => facts === base.placed.class);
  }
  const wanted = canonicalException(base.name);
  return builtinsOf(project, derived).some((name) => ancestorsOfBuiltin(name).includes(wanted));
}

/** The builtin exceptions that a class derives from directly or through its known ancestors. */
function builtinsOf(project: ProjectFacts, exception: ExceptionClass): readonly string[] {
  if (exception.kind === "builtin") return [exception.name];
  return project
    .classOrder(exception.placed)
    .classes.flatMap(({ class: facts }) =>
      facts.bases.flatMap((base) =>
        builtinExceptionBase(base.text) || base.text === "BaseException" ? [base.text] : [],
      ),
    );
}

function ancestorsOfBuiltin(name: string): readonly string[] {
  const found: string[] = [];
  for (let at: string | undefined = canonicalException(name); at; at = builtinExceptionBase(at))
    found.push(at);
  return found;
}
