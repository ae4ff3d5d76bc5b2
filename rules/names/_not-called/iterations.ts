import {
  calling,
  type Finding,
  literally,
  type ModuleFacts,
  type RuleContext,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { isAlwaysCalled } from "./members.ts";

const UNCALLED_VIEW = /\.(keys|values|items)\b(?!\s*\()/;

/** `for name in books.keys`, `name in books.keys`, `list(books.keys)` where all others call it. */
export function* iterations({ module, text, project }: RuleContext): Generator<Finding> {
  if (!UNCALLED_VIEW.test(text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    if (!/^(keys|values|items)$/.test(name) || !isGoneThrough(node)) continue;
    const isLikely = name === "keys" || isUsedAsDictionary(text, node);
    if (!isMadeAsDictionary(module, node) && !(isLikely && isAlwaysCalled(project, name))) continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, which nothing can go through: it is not called`,
      fix: calling(node),
    };
  }
}

/** Whether the value is one of which the elements are taken one by one. */
export function isGoneThrough(node: SyntaxNode): boolean {
  const { parent, fieldName } = node;
  if (parent?.type === "for_statement" || parent?.type === "for_in_clause") return fieldName === "right";
  if (parent?.type === "comparison_operator") {
    const before = parent.children[parent.children.indexOf(node) - 1];
    return /(^|\s)in$/.test(before?.type ?? "");
  }
  const called = parent?.type === "argument_list" ? parent.parent?.field("function")?.text : undefined;
  return (
    parent?.namedChildren.length === 1 &&
    /^(list|set|tuple|sorted|len|iter|enumerate|dict|frozenset)$/.test(called ?? "")
  );
}

/** A name that is given dictionaries only. */
function isMadeAsDictionary(module: ModuleFacts, node: SyntaxNode): boolean {
  const object = node.field("object");
  if (object?.type !== "identifier") return false;
  const bindings = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
  return bindings.length > 0 && bindings.every((one) => one.kind === "assignment" && isDictionary(one.value));
}

function isDictionary(value: SyntaxNode | null): boolean {
  return value?.type === "dictionary" || value?.field("function")?.text === "dict";
}

/** Others than dictionaries have `items` and `values`: the module asks this thing for a key elsewhere. */
function isUsedAsDictionary(text: string, node: SyntaxNode): boolean {
  const object = node.field("object")?.text ?? "";
  return (
    /^[\w.]+$/.test(object) &&
    new RegExp(`\\b${literally(object)}(\\[|\\.(get|pop|update|setdefault)\\()`).test(text)
  );
}
