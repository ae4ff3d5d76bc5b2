import {
  ancestorOf,
  argumentsOf,
  isInside,
  type ModuleFacts,
  type SyntaxNode,
  valueAt,
  withoutParentheses,
} from "../../../src/rule.ts";

/** A literal, `str(…)`, `'…' % …`, `'…'.format(…)`, `'…'.join(…)`, `+` of such. */
export function isText(node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  switch (inner.type) {
    case "string":
    case "concatenated_string":
      return !/^[rR]?[bB]/.test(inner.text);
    case "binary_operator": {
      const left = inner.field("left");
      return left !== null && /^[%+]$/.test(inner.field("operator")?.text ?? "") && isText(left);
    }
    case "call": {
      const callee = inner.field("function");
      if (callee?.type === "identifier") return callee.text === "str";
      const object = callee?.field("object");
      return /^(format|join)$/.test(callee?.field("attribute")?.text ?? "") && !!object && isText(object);
    }
    default:
      return false;
  }
}

/** `hashlib.md5(…).digest()`, `base64.b64encode(…)`, `subprocess.check_output(…)` without a word of text. */
export function givesBytes(module: ModuleFacts, node: SyntaxNode): boolean {
  const inner = withoutParentheses(node);
  if (inner.type === "identifier") {
    const value = valueAt(module, inner);
    return value !== undefined && value.type === "call" && givesBytes(module, value);
  }
  if (inner.type === "attribute") return isOutputOf(module, inner);
  if (inner.type !== "call") return false;
  const callee = inner.field("function");
  // a socket's
  if (callee?.type === "attribute" && callee.field("attribute")?.text === "recv")
    return /sock(et)?$/i.test(callee.field("object")?.text ?? "");
  if (callee?.type === "attribute" && callee.field("attribute")?.text === "digest")
    return (
      argumentsOf(inner).length === 0 && /hashlib|hmac|md5|sha\d/i.test(callee.field("object")?.text ?? "")
    );
  if (/^base64\.(urlsafe_)?b64(en|de)code$/.test(callee?.text ?? "")) return true;
  return callee?.text === "subprocess.check_output" && !asksForText(inner);
}

function asksForText(call: SyntaxNode): boolean {
  return argumentsOf(call).some(
    (argument) =>
      argument.kind === "double-splat" ||
      (argument.kind === "keyword" && /^(universal_newlines|text|encoding|errors)$/.test(argument.name)),
  );
}

/** `e.output` in a handler of CalledProcessError, where the try block calls check_output() for bytes. */
function isOutputOf(module: ModuleFacts, node: SyntaxNode): boolean {
  if (!/^\w+\.(output|stdout|stderr)$/.test(node.text)) return false;
  const clause = ancestorOf(node, "except_clause", "function_definition");
  if (
    clause?.type !== "except_clause" ||
    !/^except\s+[\w.]*CalledProcessError\s+as\s+(\w+)/.test(clause.text)
  )
    return false;
  if (!clause.text.includes(`as ${node.field("object")?.text}`)) return false;
  const body = clause.parent?.field("body");
  const calls = module.calls.filter(
    ({ node: call, callee }) => body && isInside(call, body) && callee.text.startsWith("subprocess."),
  );
  return (
    calls.length > 0 &&
    calls.every(({ node: call, callee }) => callee.text === "subprocess.check_output" && !asksForText(call))
  );
}
