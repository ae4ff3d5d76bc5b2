import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue } from "../module/syntax.ts";
import { memberValues } from "../tree/class-members.ts";
import type { Meaning, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { functionWithParameter } from "./handed-instances.ts";

const NONE: Meaning = { kind: "unknown" };

/**
 * What `oslo_db.api.DBAPI(…, backend_mapping={…})` hands every call on to: the only module that is mapped, or the
 * class that this module's `get_backend()` makes an instance of.
 */
export function databaseBackend(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): Meaning {
  const made = call.field("function")?.text ?? "";
  if (/(^|\.)LazyPluggable$/.test(made)) return pluggedBackend(project, call);
  if (!/(^|\.)DBAPI(\.from_config)?$/.test(made)) return NONE;
  const mapping = argumentsOf(call).find(
    (given) => given.kind === "keyword" && given.name === "backend_mapping",
  );
  const [only, ...others] = mapping ? mappedNames(project, module, mapping.value) : [];
  const backend = only && others.length === 0 ? project.resolve(only) : NONE;
  if (backend.kind !== "module") return NONE;
  const maker = backend.module.functions.find(({ name }) => name === "get_backend");
  const instance = maker && /return (\w+)\(\)/.exec(maker.node.text)?.[1];
  if (instance) return project.resolve(`${backend.module.name}.${instance}`);
  return !maker || maker.node.text.includes("sys.modules[__name__]") ? backend : NONE;
}

/** `LazyPluggable('db_backend', sqlalchemy='shop.db.sqlalchemy.api')`: the only module that it names. */
function pluggedBackend(project: ProjectFacts, call: SyntaxNode): Meaning {
  const named = argumentsOf(call).flatMap((given) => {
    const name = given.kind === "keyword" ? stringValue(given.value) : undefined;
    return name?.includes(".") ? [project.resolve(name)] : [];
  });
  const [only, ...others] = named;
  return only?.kind === "module" && others.length === 0 ? only : NONE;
}

function mappedNames(project: ProjectFacts, module: ModuleFacts, mapping: SyntaxNode): readonly string[] {
  const meaning = mapping.type === "identifier" ? project.meaning(module, mapping) : NONE;
  const dictionary = meaning.kind === "assignment" ? meaning.assignment.value : mapping;
  return (dictionary?.namedChildren ?? []).flatMap((pair) => stringValue(pair.field("value")) ?? []);
}

/** The function that a call on the database layer runs: `IMPL.name()`, and `self.db.name()` where `db` is that package. */
export function databaseFunction(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): PlacedFunction | undefined {
  const layer = databaseLayer(project, module, object);
  if (!layer) return undefined;
  const meaning = project.resolve(`${layer.name}.${name}`);
  return meaning.kind === "function" ? meaning : undefined;
}

/** The module whose functions a call on the database layer runs. */
export function databaseLayer(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
): ModuleFacts | undefined {
  if (!/(^|[._])(db|IMPL|db_?api)$/i.test(object.text)) return undefined;
  const layer = layerOf(project, module, object);
  return layer.kind === "module" ? layer.module : undefined;
}

function layerOf(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): Meaning {
  const holder = object.field("object");
  const around = holder ? receiverClass(project, module, holder) : undefined;
  const member = object.field("attribute")?.text;
  if (around && member)
    return project.onceFor(around.class, `layer ${member}`, () => {
      const values = [...memberValues(project, around, member)];
      const [first, ...more] = values.map((given) => layerOfValue(project, given.module, given.value));
      const isOne = more.every(
        (layer) => layer.kind === "module" && first?.kind === "module" && layer.module === first.module,
      );
      return first && isOne ? first : NONE;
    });
  const meaning = project.meaning(module, object);
  return meaning.kind === "assignment"
    ? layerOfValue(project, meaning.module, meaning.assignment.value)
    : NONE;
}

function layerOfValue(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode | null): Meaning {
  if (value?.type === "identifier" || value?.type === "attribute") {
    const meaning = project.meaning(module, value);
    if (meaning.kind === "module") return meaning;
    return isHandedDatabase(module, value) ? ownDatabase(project, module) : NONE;
  }
  if (value?.type !== "call") return NONE;
  // the option that names the module (`db_driver`) has the project's own package as default, and nobody has another
  if (/(^|\.)import_module$/.test(value.field("function")?.text ?? "")) return ownDatabase(project, module);
  return databaseBackend(project, module, value);
}

/** A parameter that goes by `db`: what has no other way to the database is handed it. */
function isHandedDatabase(module: ModuleFacts, value: SyntaxNode): boolean {
  if (value.type !== "identifier" || !/^_?db(_?api)?$/.test(value.text)) return false;
  const [only, ...more] = module.lookup(value.text, module.scopeAt(value))?.bindings ?? [];
  return only !== undefined && more.length === 0 && functionWithParameter(module, only) !== undefined;
}

function ownDatabase(project: ProjectFacts, module: ModuleFacts): Meaning {
  return project.resolve(`${module.name.split(".")[0] ?? ""}.db`);
}
