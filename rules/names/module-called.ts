import {
  type Finding,
  instead,
  libraryName,
  moduleMeant,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  standardModuleHas,
} from "../../src/rule.ts";

/** `import time` and `time()`: the module in the place of what it has. */
export const moduleCalled: Rule = {
  id: "names/module-called",
  title: "module called like a function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html#modules",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const imported = new Set(module.imports.map(({ local }) => local));
  for (const { span, name, use } of uses(module.tree)) {
    if (name.type !== "identifier" || !imported.has(name.text)) continue;
    const target = moduleMeant(project, module, name);
    if (target === undefined) continue;
    const last = target.slice(target.lastIndexOf(".") + 1);
    const meant = hasName(project, target, last) ? `${name.text}.${last}` : undefined;
    const hint = meant === undefined ? "" : `; ${meant} is meant`;
    yield {
      span,
      message: `'${name.text}' is the module ${target} here, and ${use}: TypeError${hint}`,
      fix: meant === undefined ? undefined : instead(name, meant),
    };
  }
}

interface Use {
  readonly span: SyntaxNode;
  readonly name: SyntaxNode;
  readonly use: string;
}

function* uses(tree: RuleContext["module"]["tree"]): Generator<Use> {
  for (const call of tree.ofType("call")) {
    const name = call.field("function");
    if (name) yield { span: call, name, use: "it cannot be called" };
  }
  for (const decorator of tree.ofType("decorator")) {
    const [name] = decorator.namedChildren;
    if (name) yield { span: decorator, name, use: "it decorates nothing" };
  }
  for (const definition of tree.ofType("class_definition"))
    for (const name of definition.field("superclasses")?.namedChildren ?? [])
      yield { span: name, name, use: "no class can inherit from it" };
}

/** Whether a module has something of its own name: `time.time`, `pprint.pprint`. */
function hasName(project: ProjectFacts, target: string, name: string): boolean {
  return (
    project.moduleNamed(target)?.scope.bindings.has(name) ??
    standardModuleHas(target, name) ??
    libraryName(target)?.module.names.has(name) ??
    false
  );
}
