import {
  builtinKind,
  type Finding,
  hasBuiltinMember,
  isKindAsked,
  type ModuleFacts,
  objectUse,
  oneLine,
  type ProjectFacts,
  pathsDefining,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `self.seen.append(x)` where `seen` is a set, `names.split(',').strip()`: a method of another kind of value. */
export const noSuchBuiltinMethod: Rule = {
  id: "names/no-such-builtin-method",
  title: "attribute that a list, dictionary, text or number does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* askedLikeText(project, module);
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (!object || !isWorthALook(object)) continue;
    const kind = builtinKind(project, module, object);
    if (!kind || hasBuiltinMember(kind, name) || isKindAsked(node, object, CAUGHT)) continue;
    yield {
      span: node,
      message: `'${oneLine(object.text)}' is a ${kind}, which has no '${name}': AttributeError when this line runs`,
    };
  }
}

/** `name.partition(':')` where the function reads `name.host`, too: what only texts have, of what is none. */
function* askedLikeText(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  for (const { callee, node, arguments: given } of module.calls) {
    const method = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    const isTexts = (given.length > 0 ? OF_TEXTS_WITH_ARGUMENTS : OF_TEXTS).test(method);
    const object = isTexts ? callee.field("object") : null;
    const facts = object?.type === "identifier" ? module.functionAround(node) : undefined;
    if (!object || !facts?.scope.bindings.has(object.text)) continue;
    const use = objectUse(facts, object.text);
    if (!use || pathsDefining(project, method).length > 0 || isKindAsked(node, object, CAUGHT)) continue;
    yield {
      span: callee,
      message: `'${object.text}' is no text, as it has '${use.field("attribute")?.text ?? ""}', and nothing in this tree has '${method}': AttributeError when this line runs`,
      related: [{ path: module.path, span: use, message: "what no text has" }],
    };
  }
}

/** Methods that nothing else of Python's own has, and by names that are said of texts alone. */
const OF_TEXTS = /^(splitlines|lstrip|rstrip|strip|lower|upper)$/;
const OF_TEXTS_WITH_ARGUMENTS = /^(partition|rpartition|rsplit|startswith|endswith|lstrip|rstrip|strip)$/;

/** Most attributes are those of `self` and of modules. */
function isWorthALook({ type, text }: SyntaxNode): boolean {
  return type !== "identifier" || !/^(self|cls|os|LOG|CONF|cfg)$/.test(text);
}

const CAUGHT = /except[^:]*(AttributeError|Exception)|except\s*:/;
