import {
  type Finding,
  literally,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../../src/rule.ts";
import { calledInstead, functionNamed } from "./functions.ts";

/** `node['power_state'] = power.get_power_state`, `state = self.find_state`: a thing's name for what would give the thing. */
export function* stored({ module, project }: RuleContext): Generator<Finding> {
  if (!GETTER.test(module.text)) return;
  for (const node of module.tree.ofType("attribute")) {
    const [, asked] =
      /^_?(?:get|find|fetch|load|read)_(\w+)$/.exec(node.field("attribute")?.text ?? "") ?? [];
    const place = asked === undefined ? undefined : placeOf(node);
    if (!place || place.name.replace(/^_+/, "") !== asked || isCalledThere(module.text, place)) continue;
    const name = functionNamed(project, module, node);
    if (!name) continue;
    yield {
      span: node,
      message: `'${node.text}' is the function ${name}() itself, not the ${asked} that it gives: it is not called`,
      fix: calledInstead(project, module, node),
    };
  }
}

/** An attribute of such a name that stands at the end of its expression. */
const GETTER = /\.\s*_?(?:get|find|fetch|load|read)_\w+[ \t]*(?:[,}\r\n#]|$)/m;

/** Where a value is kept: the name that this gives it, and a pattern of what asks for it. */
interface Place {
  readonly name: string;
  readonly read: string;
}

/** `d['name'] = value`, `x.name = value`, `name = value`, `{'name': value}`. */
function placeOf(node: SyntaxNode): Place | undefined {
  const { parent } = node;
  if (node.fieldName === "value" && parent?.type === "pair") return keyed(parent.field("key"));
  const target = node.fieldName === "right" && parent?.type === "assignment" ? parent.field("left") : null;
  switch (target?.type) {
    case "identifier":
      return { name: target.text, read: `(?<![\\w.])${literally(target.text)}` };
    case "attribute": {
      const name = target.field("attribute")?.text ?? "";
      return { name, read: `\\.${literally(name)}` };
    }
    case "subscript":
      return keyed(target.field("subscript"));
    default:
      return undefined;
  }
}

function keyed(key: SyntaxNode | null): Place | undefined {
  const name = key ? stringValue(key) : undefined;
  return name === undefined ? undefined : { name, read: `\\[['"]${literally(name)}['"]\\]` };
}

/** Whether the module calls what it keeps there: then a function is what it wants. */
function isCalledThere(text: string, { read }: Place): boolean {
  return new RegExp(`${read}\\s*\\(`).test(text);
}
