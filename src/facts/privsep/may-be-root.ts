import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentValue, type CallFacts } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { memberValues } from "../tree/class-members.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";

/**
 * Whether a call runs its command as root in some setting: `run_as_root=self._as_root`, where the class or an ancestor sets
 * the attribute to True, or `run_as_root=as_root` of a parameter for which a caller gives True.
 */
export function mayBeRoot(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const given = argumentValue(call, "run_as_root");
  // neutron's execute goes to a privsep entrypoint then
  if (argumentValue(call, "privsep_exec")) return false;
  if (given?.type === "identifier") return isToldRoot(project, module, call, given.text);
  const owner = given?.type === "attribute" ? ownerOf(project, module, given) : undefined;
  const name = given?.field("attribute")?.text ?? "";
  return (
    owner !== undefined && [...memberValues(project, owner, name)].some(({ value }) => value?.type === "true")
  );
}

function isToldRoot(project: ProjectFacts, module: ModuleFacts, call: CallFacts, name: string): boolean {
  const around = call.within;
  const at = around?.parameters.findIndex((parameter) => parameter.name === name) ?? -1;
  if (!around || at < 0) return false;
  const position = around.owner ? undefined : at;
  return project
    .callersOf({ module, function: around })
    .some((caller) => argumentValue(caller.call, name, position)?.type === "true");
}

function ownerOf(
  project: ProjectFacts,
  module: ModuleFacts,
  attribute: SyntaxNode,
): ReturnType<typeof receiverClass> {
  const object = attribute.field("object");
  return object ? receiverClass(project, module, object) : undefined;
}
