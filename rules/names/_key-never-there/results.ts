import {
  ancestorOf,
  calleeOfCall,
  descendants,
  type Finding,
  isTried,
  keysGiven,
  literally,
  type ModuleFacts,
  namePlace,
  onlyValue,
  type ProjectFacts,
  type SyntaxNode,
  stringValue,
} from "../../../src/rule.ts";
import { askedFor } from "./asked.ts";

/** `sizes = sizes_of(door)`, then `sizes['colour']`, where that function writes out every dictionary that it gives. */
export function* keysOfResults(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  for (const node of module.tree.ofType("subscript")) {
    const key = stringValue(node.field("subscript"));
    const value = node.field("value");
    if (key === undefined || !value) continue;
    const call = value.type === "identifier" ? onlyValue(module, value) : value;
    const callee = call?.type === "call" ? call.field("function") : null;
    if (!call || !callee || (value !== call && !isUntouched(module, value, call))) continue;
    if (value.type === "identifier" && askedFor(value)?.key !== key) continue;
    if (isTried(node, /KeyError|except:|except Exception/) || isAskedFirst(module, node, value, key))
      continue;
    const placed = calleeOfCall(project, module, callee);
    const keys = placed && keysGiven(project, placed);
    if (!keys || keys.possible.length === 0 || keys.possible.includes(key)) continue;
    yield {
      span: node,
      message: `'${key}' is none of the keys of what ${placed.function.name}() gives: KeyError`,
      related: [
        { path: placed.module.path, span: namePlace(placed.function), message: "writes out what it gives" },
      ],
    };
  }
}

/** Whether the function around asks whether the key is there: `'colour' in sizes`. */
function isAskedFirst(module: ModuleFacts, node: SyntaxNode, value: SyntaxNode, key: string): boolean {
  const text = module.functionAround(node)?.node.text ?? "";
  return new RegExp(`(['"])${literally(key)}\\1 in ${literally(value.text)}\\b`).test(text);
}

/** Whether nothing is done with a name until it is read but to ask for keys. */
function isUntouched(module: ModuleFacts, read: SyntaxNode, call: SyntaxNode): boolean {
  const around = module.functionAround(read)?.node;
  if (!around || module.functionAround(call)?.node !== around) return false;
  const loop = ancestorOf(read, "for_statement", "while_statement");
  // what a loop does behind the read comes before it the next time
  const end = loop && loop.start > call.start ? loop.end : read.start;
  for (const node of descendants(around)) {
    if (node.type !== "identifier" || node.text !== read.text || node.start < call.end || node.start >= end)
      continue;
    const isOther =
      (node.parent?.type === "keyword_argument" && node.fieldName === "name") ||
      (node.parent?.type === "attribute" && node.fieldName === "attribute");
    if (!isOther && askedFor(node) === undefined) return false;
  }
  return true;
}
