import {
  builtinKind,
  builtinMeant,
  type Finding,
  instead,
  type ModuleFacts,
  type ProjectFacts,
} from "../../../src/rule.ts";
import { isKnownElsewhere, isOutside, isSaidOnce } from "./sayings.ts";

/**
 * `names.apend(name)`: a letter is missing in what texts, lists and dictionaries have, or two changed places, and
 * nobody else says it.
 */
export function* misspeltBuiltins(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  for (const { callee } of module.calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const near = builtinMeant(name);
    if (near === undefined || isKnownElsewhere(project, module, name) || !isSaidOnce(module, name)) continue;
    const object = callee.field("object");
    // of a value whose kind is known no-such-builtin-method tells
    if (isOutside(project, module, object) || (object && builtinKind(project, module, object))) continue;
    yield {
      span: callee.field("attribute") ?? callee,
      message: `nothing in this tree is named '${name}': '${near}' is meant, and this raises AttributeError`,
      fix: instead(callee.field("attribute") ?? callee, near),
    };
  }
}
