import {
  argumentsOf,
  firstPart,
  isModuleItself,
  type ModuleFacts,
  oneLine,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { isText } from "./kinds.ts";

/** A call that is given text and wants bytes. */
export function textGiven(module: ModuleFacts, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  return (
    withoutEncoding(module, call, callee) ??
    textToFile(module, call, callee) ??
    textForBytes(module, call, callee.text)
  );
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
  if (given?.kind !== "positional" || !isModuleItself(module, call, firstPart(name))) return undefined;
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
