import type { SyntaxNode } from "../../parse/tree.ts";
import type { ImportFacts } from "./definitions.ts";
import type { ModuleFacts } from "./module.ts";
import { dottedName, fieldsOf } from "./syntax.ts";

/**
 * What an import statement binds; empty for other nodes.
 *
 * `packageName` is the dotted package that relative imports start from.
 */
export function importsOf(statement: SyntaxNode, packageName: string): readonly ImportFacts[] {
  if (statement.type === "import_statement")
    return fieldsOf(statement, "name").map((name) => plainImport(statement, name));
  if (statement.type !== "import_from_statement") return [];
  const module = absoluteModule(statement.field("module_name"), packageName);
  if (statement.children.some((child) => child.type === "wildcard_import")) {
    return [{ kind: "import", node: statement, local: "*", target: module, module }];
  }
  return fieldsOf(statement, "name").map((name) => {
    const original = name.type === "aliased_import" ? name.field("name") : name;
    const bound = name.type === "aliased_import" ? name.field("alias") : name;
    const target = `${module}.${dottedName(original) ?? ""}`;
    return { kind: "import", node: statement, local: bound?.text ?? "", target, module };
  });
}

function plainImport(statement: SyntaxNode, name: SyntaxNode): ImportFacts {
  if (name.type === "aliased_import") {
    const module = dottedName(name.field("name")) ?? "";
    return {
      kind: "import",
      node: statement,
      local: name.field("alias")?.text ?? "",
      target: module,
      module,
    };
  }
  const module = dottedName(name) ?? "";
  const first = module.split(".")[0] ?? module;
  return { kind: "import", node: statement, local: first, target: first, module };
}

/** `from ..a import b` in package `p.q` starts at `p`; one dot is the package itself (PEP 328). */
function absoluteModule(node: SyntaxNode | null, packageName: string): string {
  if (!node) return "";
  if (node.type !== "relative_import") return dottedName(node) ?? "";
  const text = node.text.replace(/[\s\\]+/g, "");
  const dots = /^\.*/.exec(text)?.[0].length ?? 1;
  const parts = packageName.split(".");
  const base = parts.slice(0, parts.length - dots + 1);
  return [...base, text.slice(dots)].filter((part) => part !== "").join(".");
}

/** Whether all that binds a name at a place are imports of the module of that name: `import os`, `import os.path`. */
export function isModuleItself(module: ModuleFacts, at: SyntaxNode, name: string): boolean {
  const bindings = module.lookup(name, module.scopeAt(at))?.bindings ?? [];
  return bindings.length > 0 && bindings.every((one) => one.kind === "import" && one.target === name);
}

/** Whether a module imports the module of that dotted name, one below it, or something of these. */
export function importsWithin(
  { imports }: { readonly imports: readonly ImportFacts[] },
  dotted: string,
): boolean {
  return imports.some(({ module }) => module === dotted || module.startsWith(`${dotted}.`));
}
