// What one text of a library's module binds, as plain data: names, and of functions and classes what a call may pass.
// Whatever changes a signature, or could, makes it "open": anything goes.
import { classFact, returnedBy } from "./read-class.js";
import { absolute, definitionsOf, keepsParameters, signatureOf } from "./signatures.js";

/**
 * The facts of one text.
 *
 * @returns `{ isOpen, stars, names }`: `stars` are modules of star imports; each name has a list of what it is bound to:
 * `{ signature, returns }`, `{ class }` as `classFact` gives it, `{ alias }` (an absolute dotted name), `{ component }` (what
 * some module of the library has under that name) or `{}` for anything else
 */
export function readFacts(module, tools) {
  const { makesNames, todays } = tools;
  const names = new Map();
  const add = (name, fact) => names.set(name, [...(names.get(name) ?? []), fact]);
  for (const [name, bindings] of module.scope.bindings)
    if (name !== "*")
      for (const binding of definitionsOf(bindings)) add(name, factOf(module, binding, tools));
  for (const statement of module.tree.ofType("global_statement"))
    for (const { text } of statement.namedChildren) add(text, {});
  for (const facts of [...names.values()].flat())
    if (facts.alias !== undefined) facts.alias = todays(facts.alias);
    else renewNames(facts, todays);
  // what gives classes names of texts is mostly beside them
  if (/\bsetattr\((?!self\b)/.test(module.text))
    for (const facts of [...names.values()].flat()) if (facts.class) facts.class.isClosed = false;
  const stars = module.imports.filter(({ local }) => local === "*").map((one) => todays(one.module));
  return { isOpen: makesNames(module.text) || module.tree.errors.length > 0, stars, names };
}

function renewNames(facts, todays) {
  if (facts.returns !== undefined) facts.returns = todays(facts.returns);
  if (!facts.class) return;
  facts.class.bases = facts.class.bases.map(todays);
  for (const member of facts.class.members.values()) renewNames(member, todays);
}

function factOf(module, binding, tools) {
  switch (binding.kind) {
    case "function":
      return keepsParameters(binding.decorators)
        ? {
            signature: signatureOf(binding, 0),
            returns:
              binding.decorators.length === 0 ? returnedBy(module, binding, undefined, tools) : undefined,
          }
        : {};
    case "class":
      return { class: classFact(module, binding, tools) };
    case "import":
      return { alias: binding.target };
    case "assignment":
      return assignedFact(module, binding.value?.text ?? "");
    default:
      return {};
  }
}

/** `A = B`, and what oslo.service takes of the backend that is chosen. */
function assignedFact(module, value) {
  const component = /^get_component\(\s*"(\w+)",?\s*\)$/.exec(value)?.[1];
  if (component !== undefined) return { component };
  const alias = /^[\w.]+$/.test(value) ? absolute(module, value) : undefined;
  return alias === undefined ? {} : { alias };
}
