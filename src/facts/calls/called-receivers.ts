import type { SyntaxNode } from "../../parse/tree.ts";
import type { CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/** What a method is called on. */
export interface Receiver {
  readonly module: ModuleFacts;
  readonly object: SyntaxNode;
  /** The class whose method calls it. */
  readonly around: PlacedClass | undefined;
  /** The names of all methods that the module calls on it. */
  readonly called: ReadonlySet<string>;
}

/** The receiver of a call, and all that its module calls on it. */
export function receiverOf(
  project: ProjectFacts,
  module: ModuleFacts,
  call: CallFacts,
  object: SyntaxNode,
): Receiver {
  const around = project.classAround(module, call.node);
  const called = methodsCalledOn(module).get(keyOf(object.text, around?.class.name)) ?? new Set();
  return { module, object, around, called };
}

const receivers = new WeakMap<ModuleFacts, ReadonlyMap<string, ReadonlySet<string>>>();

/** An attribute of `self` is one thing within its class. */
function keyOf(receiver: string, around: string | undefined): string {
  return receiver.startsWith("self.") ? `${around ?? ""} ${receiver}` : receiver;
}

/** The names of the methods that a module calls, by the text of what they are called on. */
function methodsCalledOn(module: ModuleFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const held = receivers.get(module);
  if (held) return held;
  const found = new Map<string, Set<string>>();
  for (const { callee, node } of module.calls) {
    if (callee.type !== "attribute") continue;
    const text = callee.field("object")?.text ?? "";
    const key = keyOf(text, text.startsWith("self.") ? module.classAround(node)?.name : undefined);
    const names = found.get(key) ?? new Set();
    names.add(callee.field("attribute")?.text ?? "");
    found.set(key, names);
  }
  receivers.set(module, found);
  return found;
}
