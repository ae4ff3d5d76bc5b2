import {
  type Finding,
  instead,
  literally,
  type ModuleFacts,
  nodeAt,
  type ProjectFacts,
} from "../../../src/rule.ts";

/** `door_state.OPEN` where `door_state` is compared with `door_states.OPEN` and the like: it is one of these values itself. */
export function* valuesForModules(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  const plurals = new Set(module.imports.map(({ local }) => local).filter((local) => local.endsWith("s")));
  for (const plural of plurals) {
    const name = plural.slice(0, -1);
    if (name.length < 3 || plurals.has(name) || !module.text.includes(`${name}.`)) continue;
    const compared = new RegExp(
      `\\b${literally(name)} (?:[=!]=|(?:not )?in) [([]?\\s*${literally(plural)}\\.[A-Z]`,
    );
    const read = new RegExp(`(?<![.\\w])${literally(name)}\\.([A-Z][A-Z_\\d]+)\\b`, "g");
    if (!compared.test(module.text)) continue;
    for (const { index, 1: member = "" } of module.text.matchAll(read)) {
      const node = nodeAt(module.tree.root, index);
      const home = module.lookup(name, module.scopeAt(node))?.scope;
      if (node.type !== "identifier" || home?.kind !== "function") continue;
      if (!compared.test(module.functionAround(node)?.node.text ?? "")) continue;
      const meaning = project.meaningOf(module, plural, module.scopeAt(node));
      if (meaning.kind !== "module" || !meaning.module.scope.bindings.has(member)) continue;
      yield {
        span: node,
        message: `'${name}' is one of the values of ${plural} here, which have no '${member}': '${plural}.${member}' is meant`,
        fix: instead(node, plural),
      };
    }
  }
}
