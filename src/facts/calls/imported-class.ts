import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { argumentsOf } from "../module/calls.ts";
import type { Scope } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { dottedName, stringValue } from "../module/syntax.ts";
import { memberValues } from "../tree/class-members.ts";
import type { Meaning, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { receiverClass } from "../tree/receiver.ts";
import { pathsWithWord } from "../tree/word-index.ts";

const NONE: Meaning = { kind: "unknown" };

/**
 * The class that oslo.utils' `import_object(NAME)` makes an instance of, and `import_class(NAME)` gives.
 *
 * The name may come from an option: then it is the class of its default, which is what runs where nobody configures another.
 */
export function importedClass(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): Meaning {
  return importedBy(/(^|\.)import_(object|class)$/, project, module, call);
}

/** What the first argument of a call of such a name names. */
function importedBy(maker: RegExp, project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): Meaning {
  if (!maker.test(call.field("function")?.text ?? "")) return NONE;
  const [first] = argumentsOf(call);
  const name = first && textOf(project, module, first.value, module.scopeAt(call));
  return name ? project.resolve(name) : NONE;
}

/**
 * The function that `self.driver.NAME()` runs, where `self.driver` only ever is the module of the tree that `import_object()` or
 * `import_module()` loads by its name.
 */
export function importedModuleFunction(
  project: ProjectFacts,
  module: ModuleFacts,
  object: SyntaxNode,
  name: string,
): PlacedFunction | undefined {
  const holder = object.field("object");
  const around = holder ? receiverClass(project, module, holder) : undefined;
  const member = object.field("attribute")?.text;
  if (!around || member === undefined) return undefined;
  const loaded = project.onceFor(around.class, `module loaded as ${member}`, () => {
    const values = [...memberValues(project, around, member)];
    const [first, ...others] = values.map((given) => loadedModule(project, given.module, given.value));
    return others.every((one) => one === first) ? first : undefined;
  });
  const meaning = loaded ? project.resolve(`${loaded.name}.${name}`) : NONE;
  return meaning.kind === "function" ? meaning : undefined;
}

function loadedModule(
  project: ProjectFacts,
  module: ModuleFacts,
  value: SyntaxNode | null,
): ModuleFacts | undefined {
  const meaning =
    value?.type === "call" ? importedBy(/(^|\.)import_(object|module)$/, project, module, value) : NONE;
  return meaning.kind === "module" ? meaning.module : undefined;
}

/** The class that a name stands for which got its value from `import_class()`. */
export function importedUnderName(project: ProjectFacts, module: ModuleFacts, name: SyntaxNode): Meaning {
  const value = name.type === "identifier" ? onlyValue(module, name.text, module.scopeAt(name)) : undefined;
  const isImport = value?.type === "call" && /(^|\.)import_class$/.test(value.field("function")?.text ?? "");
  return isImport ? importedClass(project, module, value) : NONE;
}

/** The text of a literal, of a name that only ever is one, or of an option's default. */
function textOf(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
  scope: Scope,
): string | undefined {
  if (node.type === "string") return stringValue(node);
  if (node.type === "attribute") return textOfOption(project, node);
  const value = node.type === "identifier" ? onlyValue(module, node.text, scope) : undefined;
  return value && value.type !== "identifier" ? textOf(project, module, value, scope) : undefined;
}

/** The one value that a name is given; a parameter that is `None` unless somebody says more is no other. */
function onlyValue(module: ModuleFacts, name: string, scope: Scope): SyntaxNode | undefined {
  const values = (module.lookup(name, scope)?.bindings ?? []).map((binding) => {
    if (binding.kind === "assignment") return binding.value;
    return binding.kind === "other" && binding.node.type === "default_parameter"
      ? binding.node.field("value")
      : null;
  });
  const given = values.filter((value) => value?.type !== "none");
  return given.length === 1 ? (given[0] ?? undefined) : undefined;
}

/**
 * The default of `CONF.option` and `CONF.group.option`, where every option of the name has the same one; of `FLAGS.option` too, as
 * options were called before.
 */
function textOfOption(project: ProjectFacts, node: SyntaxNode): string | undefined {
  const dotted = dottedName(node) ?? "";
  const option = /(?:^|\.)(?:CONF|FLAGS)\.(?:\w+\.)?(\w+)$/.exec(dotted)?.[1];
  if (option === undefined) return undefined;
  return project.onceOfTexts(`default class ${option}`, () => {
    const named = `\\(\\s*(?:name=)?['"]${literally(option).replaceAll("_", "[_-]")}['"],`;
    const made = new RegExp(
      `(?:Opt${named}[^()]*?\\bdefault=|DEFINE_string${named})\\s*\\(?((?:['"][\\w.]*['"]\\s*)+)`,
      "g",
    );
    const found = pathsWithWord(project, option).flatMap((path) =>
      [...(project.text(path) ?? "").matchAll(made)].map((match) => (match[1] ?? "").replace(/['"\s]/g, "")),
    );
    return found.every((text) => text === found[0]) ? found[0] : undefined;
  });
}
