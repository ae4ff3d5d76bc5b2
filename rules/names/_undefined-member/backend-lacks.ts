import {
  databaseLayer,
  type Finding,
  type ModuleFacts,
  mayBeMissing,
  type ProjectFacts,
} from "../../../src/rule.ts";
import { hasMember } from "./members.ts";

/** `IMPL.door_get(…)` where the only module of the database layer has no such function. */
export function* backendLacks(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  if (!module.text.includes("IMPL.")) return;
  for (const { callee } of module.calls) {
    const object = callee.type === "attribute" ? callee.field("object") : null;
    const name = callee.field("attribute")?.text ?? "";
    if (object?.text !== "IMPL") continue;
    const layer = databaseLayer(project, module, object);
    if (!layer || hasMember(project, layer, name)) continue;
    if (mayBeMissing(module, callee, name)) continue;
    yield {
      span: callee,
      message: `${layer.name} has no '${name}': AttributeError when '${callee.text}' is reached`,
    };
  }
}
