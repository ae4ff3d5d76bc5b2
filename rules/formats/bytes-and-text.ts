import {
  ancestorOf,
  argumentsOf,
  type Finding,
  isInside,
  type ModuleFacts,
  oneLine,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  valueAt,
  withoutParentheses,
} from "../../src/rule.ts";

/** Text where Python 3 wants bytes, and bytes where it wants text. */
export const bytesAndText: Rule = {
  id: "formats/bytes-and-text",
  title: "text where bytes are wanted, or the other way round",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
  mentions: [
    [
      "os.write(",
      "digest()",
      "b64encode(",
      "b64decode(",
      "hashlib.",
      "check_output(",
      "hmac.",
      "urlsafe_b64",
      "Popen(",
      "bytes(",
      "NamedTemporaryFile(",
      "TemporaryFile(",
      ".recv(",
    ],
  ],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!runsOnPython3(project, module)) return;
  for (const { node, callee } of module.calls) {
    const message =
      withoutEncoding(module, node, callee) ??
      textToFile(module, node, callee) ??
      textForBytes(module, node, callee.text) ??
      bytesForText(module, node, callee);
    if (message) yield { span: node, message };
  }
  for (const comparison of module.tree.ofType("comparison_operator")) {
    const [left, right] = comparison.namedChildren;
    const isIn = comparison.children.some(({ type }) => type === "in" || type === "not in");
    if (isIn && left && right && isText(left) && givesBytes(module, right))
      yield {
        span: comparison,
        message: `'in' looks for text in bytes, which ${shown(right)} are: TypeError in Python 3`,
      };
  }
}

/** The argument that is to be bytes, by what is called. */
const WANTS: ReadonlyMap<string, number> = new Map([
  ["os.write", 1],
  ["base64.b64encode", 0],
  ["base64.urlsafe_b64encode", 0],
  ["base64.encodebytes", 0],
  ["hashlib.md5", 0],
  ["hashlib.sha1", 0],
  ["hashlib.sha224", 0],
  ["hashlib.sha256", 0],
  ["hashlib.sha512", 0],
  ["hmac.new", 0],
]);

function textForBytes(module: ModuleFacts, call: SyntaxNode, name: string): string | undefined {
  const at = WANTS.get(name);
  const given = at === undefined ? undefined : argumentsOf(call)[at];
  if (given?.kind !== "positional" || !isBoundToModule(module, call, name)) return undefined;
  return isText(given.value)
    ? `${name}() takes bytes, and '${oneLine(given.value.text)}' is text: TypeError in Python 3`
    : undefined;
}

/** `bytes(str(…))`: text needs an encoding to become bytes. */
function withoutEncoding(module: ModuleFacts, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  const [only, ...more] = argumentsOf(call);
  if (callee.text !== "bytes" || only?.kind !== "positional" || more.length > 0) return undefined;
  return isText(only.value) && !module.lookup("bytes", module.scopeAt(callee))
    ? `bytes() of text, which '${oneLine(only.value.text)}' is, wants an encoding: TypeError in Python 3`
    : undefined;
}

/** `with tempfile.NamedTemporaryFile() as f: f.write(text)`: temporary files are binary unless asked. */
function textToFile(module: ModuleFacts, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  const [only, ...more] = argumentsOf(call);
  if (callee.field("attribute")?.text !== "write" || object?.type !== "identifier") return undefined;
  if (only?.kind !== "positional" || more.length > 0 || !(isText(only.value) || isDumped(only.value)))
    return undefined;
  const [binding, ...others] = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
  const entered = binding && others.length === 0 ? enteredCall(binding.node) : undefined;
  if (!entered || !/^(tempfile\.)?(Named)?TemporaryFile$/.test(entered.field("function")?.text ?? ""))
    return undefined;
  const isBinary = argumentsOf(entered).every(
    (argument) => argument.kind === "keyword" && !/^(mode|encoding)$/.test(argument.name),
  );
  return isBinary
    ? `the temporary file is binary, and '${oneLine(only.value.text)}' is text: TypeError in Python 3; mode='w' is meant`
    : undefined;
}

/** The call of `with CALL as NAME`. */
function enteredCall(name: SyntaxNode): SyntaxNode | undefined {
  const pattern = name.parent?.type === "as_pattern_target" ? name.parent.parent : name.parent;
  const call = pattern?.type === "as_pattern" ? pattern.namedChildren[0] : undefined;
  return call?.type === "call" ? call : undefined;
}

/** `json.dumps(…)`: text in Python 3. */
function isDumped(node: SyntaxNode): boolean {
  return node.type === "call" && /^(json|jsonutils)\.dumps$/.test(node.field("function")?.text ?? "");
}

function isBoundToModule(module: ModuleFacts, call: SyntaxNode, name: string): boolean {
  const [root = ""] = name.split(".");
  const bindings = module.lookup(root, module.scopeAt(call))?.bindings ?? [];
  return (
    bindings.length > 0 && bindings.every((binding) => binding.kind === "import" && binding.target === root)
  );
}

/** A literal, `str(…)`, `'…' % …`, `'…'.format(…)`, `'…'.join(…)`, `+` of such. */
function isText(node: SyntaxNode): boolean {
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

/** `x.digest().encode(…)`, and `.split('\n')` of what a process wrote. */
function bytesForText(module: ModuleFacts, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  const method = callee.field("attribute")?.text ?? "";
  if (!object || !givesBytes(module, object)) return undefined;
  if (/^(encode|format)$/.test(method))
    return `${shown(object)} are bytes, which have no ${method}(): AttributeError in Python 3`;
  const [first] = argumentsOf(call);
  const takes = /^(split|rsplit|strip|startswith|endswith|replace|find|partition|index|count)$/.test(method);
  return takes && first?.kind === "positional" && isText(first.value)
    ? `${method}() of bytes, which ${shown(object)} are, takes no text: TypeError in Python 3`
    : undefined;
}

/** `hashlib.md5(…).digest()`, `base64.b64encode(…)`, `subprocess.check_output(…)` without a word of text. */
function givesBytes(module: ModuleFacts, node: SyntaxNode): boolean {
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

function shown(node: SyntaxNode): string {
  const inner = withoutParentheses(node);
  return inner.type === "call"
    ? `the result of ${inner.field("function")?.text.split("\n")[0] ?? ""}()`
    : `'${inner.text}'`;
}
