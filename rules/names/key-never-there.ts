import {
  ancestorOf,
  argumentsOf,
  descendants,
  type Finding,
  literalKeys,
  type ModuleFacts,
  onlyValue,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `{'1': 2}.get('kind')`, and so for a dictionary that a function writes out and never changes. */
export const keyNeverThere: Rule = {
  id: "names/key-never-there",
  title: "key that the dictionary written out above does not have",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/284a59de",
  mentions: [["{"], [".get(", "['", '["']],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const dictionary of module.tree.ofType("dictionary")) {
    const keys = new Set(literalKeys(dictionary));
    const target = dictionary.parent?.type === "assignment" ? dictionary.parent.field("left") : null;
    const around = module.functionAround(dictionary);
    if (target?.type !== "identifier" || !around) continue;
    const isEmpty = dictionary.namedChildren.length === 0;
    // one with keys that are not written out may have any
    if (keys.size === 0 && !isEmpty) continue;
    const uses =
      usesOf(module, around.node, target, dictionary) ?? (isEmpty ? [] : usesBelow(dictionary, target));
    // one that is always empty may be the start of something
    for (const { node, key } of uses)
      if (!keys.has(key) && !(isEmpty && node.type === "call"))
        yield {
          span: node,
          message: `'${key}' is none of the keys of '${target.text}', which nothing changes: ${node.type === "call" ? "the default is all this ever gives" : "KeyError"}`,
          related: [{ path: module.path, span: dictionary, message: "all that it holds" }],
        };
  }
}

interface Use {
  readonly node: SyntaxNode;
  readonly key: string;
}

/** What is asked of the name, where it has this value alone and everything that is done with it is to ask for a key. */
function usesOf(
  module: ModuleFacts,
  within: SyntaxNode,
  target: SyntaxNode,
  dictionary: SyntaxNode,
): readonly Use[] | undefined {
  const uses: Use[] = [];
  for (const node of descendants(within)) {
    if (node.type !== "identifier" || node.text !== target.text || node.start === target.start) continue;
    if (node.parent?.type === "keyword_argument" && node.fieldName === "name") continue;
    if (node.parent?.type === "attribute" && node.fieldName === "attribute") continue;
    if (onlyValue(module, node)?.start !== dictionary.start) return undefined;
    const asked = askedFor(node);
    if (asked === undefined) return undefined;
    if (asked.key !== undefined) uses.push({ node: asked.node, key: asked.key });
  }
  return uses;
}

/** What the statement right below the dictionary asks it for; a name that is given another value then is another thing. */
function usesBelow(dictionary: SyntaxNode, target: SyntaxNode): readonly Use[] {
  const statement = ancestorOf(dictionary, "expression_statement");
  const siblings = statement?.parent?.namedChildren ?? [];
  const next = siblings[siblings.findIndex(({ start }) => start === statement?.start) + 1];
  if (next?.type !== "expression_statement") return [];
  return [...descendants(next)].flatMap((node) => {
    const isRead = node.type === "identifier" && node.text === target.text && node.fieldName !== "left";
    const asked = isRead ? askedFor(node) : undefined;
    return asked?.key === undefined ? [] : [{ node: asked.node, key: asked.key }];
  });
}

/** `name['key']`, `name.get('key')` and what changes nothing either; `undefined` for all else. */
function askedFor(
  name: SyntaxNode,
): { readonly node: SyntaxNode; readonly key: string | undefined } | undefined {
  const { parent } = name;
  if (parent?.type === "comparison_operator") return { node: parent, key: undefined };
  if (parent?.type === "subscript" && name.fieldName === "value") {
    const within = parent.parent?.type ?? "";
    // `table['a'], table['b'] = …`, and the like in heads of loops
    const isRead =
      parent.fieldName !== "left" &&
      !/^(delete_statement|pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(within);
    return isRead ? { node: parent, key: stringValue(parent.field("subscript")) } : undefined;
  }
  const call = parent?.type === "attribute" && name.fieldName === "object" ? parent.parent : null;
  if (call?.type !== "call") return undefined;
  const method = parent?.field("attribute")?.text ?? "";
  if (/^(keys|values|items)$/.test(method)) return { node: call, key: undefined };
  return method === "get" ? { node: call, key: stringValue(argumentsOf(call)[0]?.value) } : undefined;
}
