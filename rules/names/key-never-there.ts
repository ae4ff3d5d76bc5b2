import {
  ancestorOf,
  descendants,
  type Finding,
  isTried,
  literalKeys,
  type ModuleFacts,
  onlyValue,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";
import { askedFor } from "./_key-never-there/asked.ts";
import { keysOfResults } from "./_key-never-there/results.ts";

/** `{'1': 2}.get('kind')`, and so for a dictionary that a function writes out and never changes, or gets of one that does. */
export const keyNeverThere: Rule = {
  id: "names/key-never-there",
  title: "key that the dictionary, which is written out, does not have",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/284a59de",
  mentions: [[".get(", "['", '["', "= {}"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* keysOfResults(project, module);
  yield* keysOfOwn(module);
}

/** What a function asks of a dictionary that it writes out itself. */
function* keysOfOwn(module: ModuleFacts): Generator<Finding> {
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
    const message = (use: Use) => (isEmpty ? askedOfNothing(target, uses, use) : notAmong(target, keys, use));
    for (const use of uses) {
      const told = message(use);
      if (told !== undefined)
        yield {
          span: use.node,
          message: told,
          related: [{ path: module.path, span: dictionary, message: "all that it holds" }],
        };
    }
  }
}

/** Why a dictionary with these keys alone does not give what is asked of it. */
function notAmong(target: SyntaxNode, keys: ReadonlySet<string>, { node, key }: Use): string | undefined {
  if (key === undefined || keys.has(key)) return undefined;
  const effect = node.type === "call" ? "the default is all this ever gives" : "KeyError";
  return `'${key}' is none of the keys of '${target.text}', which nothing changes: ${effect}`;
}

/** The same of an empty one, which may be the start of something; who asks whether it has a key reads none. */
function askedOfNothing(target: SyntaxNode, uses: readonly Use[], { node }: Use): string | undefined {
  const isAskedFirst = uses.some((use) => use.node.type !== "subscript" && use.key === undefined);
  return node.type !== "subscript" || isAskedFirst || isTried(node, /KeyError|except:|except Exception/)
    ? undefined
    : `'${target.text}' is empty, and nothing changes it: KeyError`;
}

interface Use {
  readonly node: SyntaxNode;
  /** `undefined` where it is not written out, or none is asked for. */
  readonly key: string | undefined;
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
    if (asked) uses.push(asked);
    // what becomes of it then comes too late
    else if (node.parent?.type !== "return_statement") return undefined;
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
    return asked?.key === undefined ? [] : [asked];
  });
}
