import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { ancestorOf } from "../module/syntax.ts";
import type { FittedCall, Misplaced, PlacedArgument } from "./placed-arguments.ts";
import { wordsOf } from "./spoken-names.ts";

/**
 * `join(self.identity_api, self.assignment_api)` of `join(identity_api, resource_api)`, in a class that has a
 * `self.resource_api`: its own part of the parameter's name goes elsewhere, and another part of the same kind comes.
 */
export function confused({ shown }: FittedCall, placed: readonly PlacedArgument[]): Misplaced | undefined {
  for (const { said, argument, parameter } of placed) {
    const kind = kindOf(parameter.name);
    if (kind === undefined || said === parameter.name || kindOf(said) !== kind) continue;
    if (argument.value.text !== `self.${said}` || !classHas(argument.value, parameter.name)) continue;
    if (!placed.some((other) => kindOf(other.said) === kind && other.said === other.parameter.name)) continue;
    return {
      message: `${shown}(): '${parameter.name}' gets self.${said}, though there is a self.${parameter.name}`,
    };
  }
  return undefined;
}

/** `api` of `identity_api`; `undefined` for one word. */
function kindOf(name: string): string | undefined {
  const words = wordsOf(name);
  return words.length > 1 ? words.at(-1) : undefined;
}

/** Whether the class around a place has a `self.NAME`. */
function classHas(place: SyntaxNode, name: string): boolean {
  const around = ancestorOf(place, "class_definition");
  return around !== undefined && new RegExp(`\\bself\\.${literally(name)}\\b`).test(around.text);
}
