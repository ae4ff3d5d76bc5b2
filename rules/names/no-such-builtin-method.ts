import {
  builtinKind,
  type Finding,
  hasBuiltinMember,
  isKindAsked,
  oneLine,
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

/** Most attributes are those of `self` and of modules. */
function isWorthALook({ type, text }: SyntaxNode): boolean {
  return type !== "identifier" || !/^(self|cls|os|LOG|CONF|cfg)$/.test(text);
}

const CAUGHT = /except[^:]*(AttributeError|Exception)|except\s*:/;
