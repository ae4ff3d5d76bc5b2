import type { Decorator, FunctionFacts } from "../module/definitions.ts";

const CHANGES =
  /^(create|update|delete|remove|add|set|extend|attach|detach|move|touch|reboot|deploy|tear_down|initialize|terminate|clean|prepare|resize|migrate|manage|unmanage|revert|export|ensure|connect|disconnect|plug|unplug)(_|$)/;

/** Whether a method's name says that it changes something. */
export function isChange(method: FunctionFacts): boolean {
  return CHANGES.test(method.name);
}

/** Whether a decorator's name says that it holds a lock while the function runs; `has_lock` only asks for one. */
export function isLockByName(decorator: Decorator): boolean {
  const last = (decorator.name ?? "").split(".").at(-1) ?? "";
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
