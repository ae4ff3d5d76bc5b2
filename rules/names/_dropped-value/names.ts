import {
  anyWord,
  literally,
  type ModuleFacts,
  onlyCalled,
  type ProjectFacts,
  pathsWithWord,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { endsFunction, returnMissing } from "./last-statement.ts";

/** `self.close` on a line of its own. */
export function functionItself(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode,
): string | undefined {
  return isFunctionNamed(project, module, value)
    ? `'${value.text}' names the function and does not call it`
    : undefined;
}

function isFunctionNamed(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): boolean {
  const name = value.field("attribute")?.text ?? "";
  if (DOING.test(name) || isOrder(project, name) || /^super\(.*\)\.__init__$/.test(value.text)) return true;
  const callee = project.calleeOf(module, value);
  return callee
    ? callee.function.decorators.length === 0 && callee.function.name !== "__init__"
    : onlyCalled(project, module, name);
}

/** What methods are called for doing it, whatever has them: nobody reads such a name to have it loaded. */
const DOING = anyWord(`
  start stop close wait join commit rollback flush begin acquire release shutdown kill terminate refresh
  save delete destroy create clear run reset cancel apply initialize setup execute update drop append
  insert extend bulk_insert __enter__ __exit__
`);

/** `load_rules`: says what is done to what, and is no property or attribute that the tree gives anything. */
function isOrder(project: ProjectFacts, name: string): boolean {
  if (
    !/^(load|register|unregister|initialize|remove|destroy|delete|notify|validate|send)_[a-z_]+$/.test(name)
  )
    return false;
  if (/_(balancer|average|avg|time|at|on|date|id|ids|status|count|rate|queue|protection)s?$/.test(name))
    return false;
  const asAttribute = new RegExp(
    `@[^\\n]*\\n\\s*def ${literally(name)}\\b|\\b${literally(name)}[ \\t]*=[^=]`,
  );
  return pathsWithWord(project, name).every((path) => !asAttribute.test(project.text(path) ?? ""));
}

/** `result` as the last line of a function. */
export function lastWord(module: ModuleFacts, value: SyntaxNode): string | undefined {
  return isLastWord(module, value) ? returnMissing(value) : undefined;
}

/** Whether a local name, or a part of one, ends a function that gives nothing else back. */
function isLastWord(module: ModuleFacts, value: SyntaxNode): boolean {
  const name = value.type === "subscript" ? value.field("value") : value;
  // what a key gives may be made by asking for it
  if (name?.type !== "identifier" || (value !== name && !value.children.some(({ type }) => type === "slice")))
    return false;
  const around = module.functionAround(value);
  if (!around || !endsFunction(module, value)) return false;
  return around.scope.bindings.has(name.text) || around.parameters.some((one) => one.name === name.text);
}
