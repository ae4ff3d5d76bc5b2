import type { SyntaxNode } from "../../parse/tree.ts";
import type { Parameter, ParameterKind } from "./definitions.ts";

/** The parameters of a `parameters` or `lambda_parameters` node; `self` is one of them. */
export function parametersOf(list: SyntaxNode | null): readonly Parameter[] {
  if (!list) return [];
  const found: Parameter[] = [];
  let kind: ParameterKind = "positional-or-keyword";
  for (const child of list.namedChildren) {
    if (child.type === "positional_separator") {
      for (const [at, before] of found.entries()) found[at] = { ...before, kind: "positional-only" };
    } else if (child.type === "keyword_separator") {
      kind = "keyword-only";
    } else {
      const parameter = parameterOf(child, kind);
      found.push(parameter);
      if (parameter.kind === "var-positional") kind = "keyword-only";
    }
  }
  return found;
}

function parameterOf(node: SyntaxNode, kind: ParameterKind): Parameter {
  switch (node.type) {
    case "default_parameter":
    case "typed_default_parameter": {
      const name = node.field("name")?.text ?? "";
      return { node, defaultValue: node.field("value"), name, kind };
    }
    case "typed_parameter": {
      const inner = parameterOf(node.namedChildren[0] ?? node, kind);
      return { node, defaultValue: null, name: inner.name, kind: inner.kind };
    }
    case "list_splat_pattern":
      return starred(node, "var-positional");
    case "dictionary_splat_pattern":
      return starred(node, "var-keyword");
    default:
      return { node, defaultValue: null, name: node.text, kind };
  }
}

function starred(node: SyntaxNode, kind: ParameterKind): Parameter {
  return { node, defaultValue: null, name: node.namedChildren[0]?.text ?? "", kind };
}
