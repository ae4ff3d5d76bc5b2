import { type Finding, literally, type Rule, type RuleContext } from "../../src/rule.ts";

/** Builtin functions, of names that are also those of other things. */
const FUNCTIONS =
  "abs all any dir filter format hash id input iter len map max min next open range repr round sorted sum vars zip".split(
    " ",
  );

const WRITTEN = new RegExp(`(^|[^\\w.])(${FUNCTIONS.join("|")})\\.[a-z]`, "m");

/** `abs.abstractmethod`, `id.hex`: an attribute of a builtin function, which has none. */
export const attributeOfBuiltin: Rule = {
  id: "names/attribute-of-builtin",
  title: "attribute of a builtin function",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/os-vif/commit/992b409d9a",
  mentions: [[...FUNCTIONS.map((name) => `${name}.`), "subprocess"]],
  check,
};

function* check(context: RuleContext): Generator<Finding> {
  yield* attributesOfStatus(context);
  yield* attributesOfFunctions(context);
}

/** `subprocess.check_call(command).strip()`: these give the exit status. */
function* attributesOfStatus({ module, project }: RuleContext): Generator<Finding> {
  for (const { node, callee } of module.calls) {
    const parent = node.parent?.type === "attribute" && node.fieldName === "object" ? node.parent : null;
    const name = parent?.field("attribute")?.text ?? "";
    if (!parent || !/(^|\.)(check_call|call)$/.test(callee.text) || !OF_TEXTS.test(name)) continue;
    const meaning = project.meaning(module, callee);
    if (meaning.kind !== "external" || !/^subprocess\.(check_call|call)$/.test(meaning.name)) continue;
    yield {
      span: parent,
      message: `${meaning.name}() gives the exit status, a number, which has no '${name}': AttributeError when this line runs; check_output() gives what the command wrote`,
    };
  }
}

const OF_TEXTS =
  /^(strip|rstrip|lstrip|split|splitlines|decode|startswith|endswith|replace|lower|find|communicate|wait|returncode|stdout)$/;

function* attributesOfFunctions({ module }: RuleContext): Generator<Finding> {
  if (!WRITTEN.test(module.text) || module.scope.bindings.has("*")) return;
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (object?.type !== "identifier" || !FUNCTIONS.includes(object.text)) continue;
    if (name.startsWith("__") || module.lookup(object.text, module.scopeAt(node))) continue;
    // a comprehension's own variable
    if (
      new RegExp(
        `\\bfor [^\\n]*\\b${literally(object.text)}\\b[^\\n]* in |lambda [^:\\n]*\\b${literally(object.text)}\\b`,
      ).test(module.text)
    )
      continue;
    yield {
      span: node,
      message: `'${object.text}' is the builtin function here, which has no '${name}': AttributeError when this line runs`,
    };
  }
}
