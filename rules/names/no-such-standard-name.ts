import {
  type Finding,
  firstPart,
  isModuleItself,
  isShadowed,
  isTarget,
  isTried,
  literally,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  standardModuleHas,
  standardModules,
} from "../../src/rule.ts";

/** `os.exists`, `time.now`, `six.iteritem`: a name that the module of the standard library, or six, never had. */
export const noSuchStandardName: Rule = {
  id: "names/no-such-standard-name",
  title: "name that the module of the standard library does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/py-modindex.html",
  mentions: [["import "]],
  check,
};

const WRITTEN = new RegExp(
  `\\b(${[...standardModules()].filter((name) => !name.includes(".")).join("|")})\\.([^\\W_]\\w*)`,
  "g",
);

/** A look at the text: what it names of these modules, they have. */
function isPlain(text: string): boolean {
  const paths = [...text.matchAll(/\bos\.path\.([^\W_]\w*)/g)];
  return (
    paths.every(([, name = ""]) => standardModuleHas("os.path", name) !== false) &&
    [...text.matchAll(WRITTEN)].every(
      ([, module = "", name = ""]) => standardModuleHas(module, name) !== false,
    )
  );
}

function* check({ module }: RuleContext): Generator<Finding> {
  if (isPlain(module.text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (!object || standardModuleHas(object.text, name) !== false || isTarget(node)) continue;
    if (
      !isTheModule(module, object) ||
      isTried(node, /except[^:]*AttributeError|except:/) ||
      isSetOrAsked(module, object.text, name)
    )
      continue;
    yield {
      span: node,
      message: `the module ${object.text} has no '${name}': AttributeError when this line runs`,
    };
  }
}

/** Whether the name is bound by `import os` alone, as far as it can be seen from here. */
function isTheModule(module: ModuleFacts, object: SyntaxNode): boolean {
  const root = firstPart(object.text);
  return isModuleItself(module, object, root) && !isShadowed(object, root);
}

function isSetOrAsked(module: ModuleFacts, object: string, name: string): boolean {
  return new RegExp(
    `attr\\(\\s*${literally(object)},|\\b${literally(object)}\\.${literally(name)}\\s*=[^=]`,
  ).test(module.text);
}
