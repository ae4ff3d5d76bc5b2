import { argumentsOf } from "../module/calls.ts";
import type { Binding } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { hasBaseOutside } from "../tree/class-order.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { functionWithParameter } from "./handed-instances.ts";

/**
 * The class of what WSME hands to a controller's parameter: `@wsexpose(Door, wtypes.text, body=Door)` says what is given back, and
 * then what the arguments are, in their order, the body last
 * (https://opendev.org/x/wsme/src/branch/master/wsme/api.py, `set_arg_types`).
 */
export function classExposed(
  project: ProjectFacts,
  module: ModuleFacts,
  binding: Binding,
): PlacedClass | undefined {
  const facts = functionWithParameter(module, binding);
  const exposed = facts?.decorators.find(({ name }) => /(^|\.)(ws)?expose$/.test(name ?? ""))?.call;
  if (!facts?.owner || !exposed || binding.kind !== "other") return undefined;
  const given = argumentsOf(exposed);
  const types = given.filter(({ kind }) => kind === "positional").slice(1);
  const body = given.filter((argument) => argument.kind === "keyword" && argument.name === "body");
  const place = facts.parameters.findIndex(({ name }) => name === binding.name);
  const type = [...types, ...body][place - 1];
  const meaning = type ? project.meaning(module, type.value) : undefined;
  return meaning?.kind === "class" && hasBaseOutside(project, meaning, STRUCTURE) ? meaning : undefined;
}

/** WSME makes instances of its structures alone; of other types it makes what Python has. */
const STRUCTURE = /^wsme\.types\.(Dynamic)?Base$/;
