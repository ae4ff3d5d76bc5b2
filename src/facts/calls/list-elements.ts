import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { namedIn } from "../module/named-in.ts";

/**
 * What a module puts into lists under a name later on, `NAME.append(value)`; `null` stands for what cannot be read, as by
 * `extend()` and `+=`.
 */
export function elementsPutInto(module: ModuleFacts, name: string): readonly (SyntaxNode | null)[] {
  const added = addingCallsOn(module, name).map(({ callee, arguments: given }) => {
    return (callee.field("attribute")?.text === "append" && given[0]?.value) || null;
  });
  return [...added, ...lengthened(module, name).map(() => null), ...setByPart(module, name).map(() => null)];
}

/** The calls of methods that lengthen a list, by what they are called on as it is written. */
const addingCallsOn = namedIn(
  (module: ModuleFacts) =>
    module.calls.filter(
      ({ callee }) =>
        callee.type === "attribute" &&
        /^(append|extend|insert|__iadd__)$/.test(callee.field("attribute")?.text ?? ""),
    ),
  ({ callee }) => callee.field("object")?.text,
);

/** `NAME += …`, by the name. */
const lengthened = namedIn(
  (module: ModuleFacts) => module.tree.ofType("augmented_assignment"),
  ({ text }) => /^(\S+) \+=/.exec(text)?.[1],
);

/** `NAME[…] = …` and what is set in an element, by the name. */
const setByPart = namedIn(
  (module: ModuleFacts) => module.tree.ofType("assignment"),
  ({ text }) => /^([^\s[]+)\[/.exec(text)?.[1],
);
