import type { Decorator, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";

/** What matches names that are one of the words or begin with one: `get` and `get_door`, not `getter`. */
export function beginningWith(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join("|")})(?:_|$)`);
}

const CHANGES = beginningWith(
  [
    ["create", "update", "delete", "remove", "add", "set", "extend", "revert", "export", "ensure"],
    ["attach", "detach", "connect", "disconnect", "plug", "unplug", "initialize", "terminate"],
    ["move", "migrate", "resize", "touch", "reboot", "deploy", "tear_down", "clean", "prepare"],
    ["manage", "unmanage"],
  ].flat(),
);

/** Whether a method's name says that it changes something. */
export function isChange(method: FunctionFacts): boolean {
  return CHANGES.test(method.name);
}

/** Verbs of what changes nothing, and so needs no lock: it asks, tells, or makes a value. */
export const ASKING: readonly string[] = [
  ["get", "is", "has", "can", "needs", "check", "validate", "verify"],
  ["find", "list", "lookup", "read", "show", "log", "wait"],
  ["format", "parse", "build", "to"],
].flat();

/** Whether a decorator's name says that it holds a lock while the function runs; `has_lock` only asks for one. */
export function isLockByName(decorator: Decorator): boolean {
  return isLockName(decorator.name ?? "");
}

/** The same of the decorator's name as it is written. */
export function isLockName(name: string): boolean {
  const last = name.split(".").at(-1) ?? "";
  return /synchroniz|(^|_)lock(_|$|ed)/.test(last) && !/^(?:check|has|is)_|unlock|block/.test(last);
}

/** Whether a method does nothing of its own: `pass`, a docstring, a raise, or handing on to the base class alone. */
export function isStub(method: FunctionFacts): boolean {
  const body = method.node.field("body");
  const statements = body
    ? body.namedChildren.filter(
        (node) => !(node.type === "expression_statement" && /^[rRuUbB]*["']/.test(node.text)),
      )
    : [];
  return statements.every(
    (node) =>
      ["pass_statement", "raise_statement"].includes(node.type) ||
      /^(return\s+)?(super\(|LOG\.|None$)/.test(node.text),
  );
}

/** Whether the one could take the other's lock: it is named by constants of the module, or parameters that both have. */
export function isNamedForBoth(
  module: ModuleFacts,
  lock: string,
  method: FunctionFacts,
  other: FunctionFacts,
): boolean {
  const given = lock.slice(/^[\w.]*/.exec(lock)?.[0].length ?? 0);
  const text = given.replace(/(['"]).*?\1/g, (literal) => placeholdersOf(literal));
  const names = text.match(/(?<![\w.])[A-Za-z_]\w*(?!\w*\s*(?:=(?!=)|\())/g) ?? [];
  return names.every((name) => {
    if (/^(?:self|cls|True|False|None)$/.test(name)) return true;
    const isParameter = other.parameters.some((parameter) => parameter.name === name);
    if (isParameter) return method.parameters.some((parameter) => parameter.name === name);
    return module.scope.bindings.has(name) && !other.scope.bindings.has(name);
  });
}

/** `'{door.id}-{self.kind}'` gives `door self`. */
function placeholdersOf(literal: string): string {
  return Array.from(literal.matchAll(/\{([a-z_]\w*)/g), ([, name = ""]) => name).join(" ");
}
