import {
  ancestorOf,
  builtinKind,
  type Callee,
  descendants,
  type FunctionFacts,
  hasWord,
  identifiersIn,
  isTried,
  type ModuleFacts,
  ownNodes,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** What is done at once with what a function gives which ends with nothing on one of its ways, and else with a list or the like. */
export function useOfSometimes(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  callee: Callee,
): string | undefined {
  const use = useAtOnce(call) ?? useOfName(call);
  if (use === undefined || !endsWithNothing(callee)) return undefined;
  if (isTried(call, /except[^:]*(TypeError|AttributeError)/)) return undefined;
  const kind = builtinKind(project, module, call);
  return kind && /^(list|dictionary|set|tuple)$/.test(kind)
    ? `gives a ${kind}, but nothing at its bare 'return', and ${use}`
    : undefined;
}

/**
 * Whether one bare `return` depends on what the function itself found out, or stands in a handler: of what callers pass, they may know
 * that it is there.
 */
function endsWithNothing({ function: facts }: Callee): boolean {
  return [...ownNodes(facts.node)].some(
    (node) => node.type === "return_statement" && node.namedChildren.length === 0 && isFoundOut(node, facts),
  );
}

function isFoundOut(statement: SyntaxNode, { scope, parameters }: FunctionFacts): boolean {
  const around = ancestorOf(statement, "if_statement", "elif_clause", "except_clause", "function_definition");
  if (around?.type === "except_clause") return true;
  const asked = identifiersIn(around?.field("condition") ?? null);
  return [...asked].some((name) => scope.bindings.has(name) && !parameters.some((one) => one.name === name));
}

/** What is done first with the name that gets the value, where no branch lies between. */
function useOfName(call: SyntaxNode): string | undefined {
  const name =
    call.parent?.type === "assignment" && call.fieldName === "right" ? call.parent.field("left") : null;
  const statement = call.parent?.parent;
  if (name?.type !== "identifier" || !statement?.parent) return undefined;
  const below = statement.parent.namedChildren.filter(({ start }) => start > statement.start);
  const next = below.find(({ text }) => hasWord(text, name.text));
  const head = next?.type === "for_statement" ? next.field("right") : next;
  if (!head || (next?.type !== "for_statement" && !/^(expression|return)_statement$/.test(head.type)))
    return undefined;
  const first = [head, ...descendants(head)].find(
    ({ type, text }) => type === "identifier" && text === name.text,
  );
  return first ? useAtOnce(first) : undefined;
}

/** What is done with a value that None does not take. */
function useAtOnce(value: SyntaxNode): string | undefined {
  const { parent, fieldName } = value;
  switch (parent?.type) {
    case "for_statement":
    case "for_in_clause":
      return fieldName === "right" ? "the loop runs over it: TypeError then" : undefined;
    case "subscript":
      return fieldName === "value" ? "an item of it is taken: TypeError then" : undefined;
    case "attribute":
      return fieldName === "object" ? "a method of it is called: AttributeError then" : undefined;
    case "list_splat":
    case "dictionary_splat":
      return "it is spread into a call: TypeError then";
    case "assignment":
      return fieldName === "right" && /^(pattern_list|tuple_pattern)$/.test(parent.field("left")?.type ?? "")
        ? "it is unpacked: TypeError then"
        : undefined;
    case "argument_list": {
      const name = parent.parent?.field("function")?.text ?? "";
      return /^(len|sorted|list|set|tuple|dict|sum|enumerate|iter|frozenset|max|min)$|\.(extend|update|join)$/.test(
        name,
      )
        ? `${name}() is called with it: TypeError then`
        : undefined;
    }
    default:
      return undefined;
  }
}
