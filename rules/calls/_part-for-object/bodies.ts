import {
  type Argument,
  type FunctionFacts,
  type ModuleFacts,
  ownNodes,
  type SyntaxNode,
  stringValue,
} from "../../../src/rule.ts";

/**
 * The key that a function reads of a parameter for which it gets the whole of a request: `port` where the code around the call
 * reads `port['port']` and no other key of it.
 */
export function keyReadOfBody(
  module: ModuleFacts,
  { value }: Argument,
  callee: FunctionFacts,
  parameter: string,
): SyntaxNode | undefined {
  const around = value.type === "identifier" ? module.functionAround(value) : null;
  if (!around || !isBody(around, value.text) || callee.scope.bindings.get(parameter)?.length !== 1)
    return undefined;
  const reads = keysRead(callee.node, parameter);
  return reads.some(({ key }) => key === undefined || key === value.text) ? undefined : reads[0]?.node;
}

/** Whether all that a function reads of one of its parameters is what bears its own name, twice at least. */
function isBody({ node, scope, parameters }: FunctionFacts, name: string): boolean {
  if (!parameters.some((one) => one.name === name) || scope.bindings.get(name)?.length !== 1) return false;
  // most are never asked for a key of their own name, and need no look at what they are asked
  if (!node.text.includes(`'${name}'`) && !node.text.includes(`"${name}"`)) return false;
  const reads = keysRead(node, name);
  // who asks what it is may have it in another form as well
  const isAsked = reads.some((read) => read.node.type === "comparison_operator");
  return reads.length > 1 && !isAsked && reads.every(({ key }) => key === name);
}

interface KeyRead {
  readonly key: string | undefined;
  readonly node: SyntaxNode;
}

/** `d['key']`, `d.get('key')`, `'key' in d`; a key that is not written out has no name, nor has what is no look-up. */
function keysRead(definition: SyntaxNode, name: string): readonly KeyRead[] {
  return [...ownNodes(definition)].flatMap((node): readonly KeyRead[] => {
    if (node.type === "subscript" && node.field("value")?.text === name)
      return [{ key: stringValue(node.field("subscript")), node }];
    const call = node.type === "attribute" && node.field("object")?.text === name ? node.parent : null;
    if (call) {
      const isLookUp = /^(get|pop|setdefault)$/.test(node.field("attribute")?.text ?? "");
      return [
        { key: isLookUp ? stringValue(call.field("arguments")?.namedChildren[0]) : undefined, node: call },
      ];
    }
    const [key, whole] = node.type === "comparison_operator" ? node.namedChildren : [];
    return key && whole?.text === name && node.children.some(({ type }) => /^(not )?in$/.test(type))
      ? [{ key: stringValue(key), node }]
      : [];
  });
}
