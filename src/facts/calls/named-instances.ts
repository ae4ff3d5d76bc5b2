import type { Binding, Scope } from "../module/definitions.ts";
import { bindingsUnderGlobal, isGlobalStatement } from "../module/global-bindings.ts";
import type { ModuleFacts } from "../module/module.ts";
import type { PlacedClass } from "../tree/project.ts";
import { classOfOtherBinding } from "./bound-instances.ts";
import type { ClassSearch } from "./class-search.ts";
import { isNoneByDefault } from "./handed-instances.ts";
import { oneClass } from "./one-class.ts";

/** The class of all that a name is given. */
export function classOfName(
  search: ClassSearch,
  module: ModuleFacts,
  name: string,
  scope: Scope,
): PlacedClass | undefined {
  const found = module.lookup(name, scope);
  if (!found) return undefined;
  const { bindings, scope: home } = found;
  if (bindings.length > 1 && bindings.some(({ kind }) => kind === "import")) return undefined;
  if (bindings.some(isGlobalStatement)) return classOfName(search.next, module, name, module.scope);
  const elsewhere = home.kind === "module" ? bindingsUnderGlobal(module, name) : [];
  const given = [...bindings, ...elsewhere].filter((binding) => !isNone(binding));
  const classOf = (binding: Binding) => classBound(search, module, binding, home);
  // `door = door or Door()`: what is handed in, if anything, stands in for what is made here
  const made = given.filter((binding) => !isNoneByDefault(binding) || classOf(binding));
  return oneClass(made.length > 0 ? made : given, classOf);
}

/** None stands in for what comes later. */
function isNone(binding: Binding): boolean {
  return binding.kind === "assignment" && binding.value?.type === "none";
}

/** The class of the value that one binding gives a name. */
function classBound(
  search: ClassSearch,
  module: ModuleFacts,
  binding: Binding,
  scope: Scope,
): PlacedClass | undefined {
  if (binding.kind === "import") return classImported(search, binding.target);
  if (binding.kind === "assignment" && binding.value) return search.next.classOf(module, binding.value);
  return classOfOtherBinding(search, module, binding, scope);
}

function classImported(search: ClassSearch, target: string): PlacedClass | undefined {
  const meaning = search.project.resolve(target);
  return meaning.kind === "assignment"
    ? classOfName(search.next, meaning.module, meaning.assignment.name, meaning.module.scope)
    : undefined;
}
