import {
  ancestorOf,
  type BuiltinKind,
  builtinKind,
  type Finding,
  isTried,
  oneLine,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `self.seen.append(x)` where `seen` is a set, `names.split(',').strip()`: a method of another kind of value. */
export const noSuchBuiltinMethod: Rule = {
  id: "names/no-such-builtin-method",
  title: "method that a list, dictionary, text or number does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/stdtypes.html",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee } of module.calls) {
    if (callee.type !== "attribute") continue;
    const object = callee.field("object");
    const name = callee.field("attribute")?.text ?? "";
    if (!object || name.startsWith("__")) continue;
    const kind = builtinKind(project, module, object);
    if (!kind || METHODS[kind].has(name) || isAsked(callee, object)) continue;
    yield {
      span: callee,
      message: `'${oneLine(object.text)}' is a ${kind}, which has no '${name}': AttributeError when this line runs`,
    };
  }
}

/** Methods and attributes, of Python 2 and 3 together; what only one of them has is another rule's. */
const METHODS: Readonly<Record<BuiltinKind, ReadonlySet<string>>> = {
  dictionary: words(`
    clear copy fromkeys get has_key items iteritems iterkeys itervalues keys pop popitem setdefault
    update values viewitems viewkeys viewvalues
  `),
  list: words(`
    append clear copy count extend index insert pop remove reverse sort
  `),
  set: words(`
    add clear copy difference difference_update discard intersection intersection_update isdisjoint
    issubset issuperset pop remove symmetric_difference symmetric_difference_update union update
  `),
  tuple: words("count index"),
  text: words(`
    capitalize casefold center count decode encode endswith expandtabs find format format_map
    fromhex hex index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric
    isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix
    removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith
    strip swapcase title translate upper zfill
  `),
  number: words(`
    as_integer_ratio bit_count bit_length conjugate denominator from_bytes fromhex hex imag
    is_integer numerator real to_bytes
  `),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether the code around asks what the value is, or goes on without the method. */
function isAsked(callee: SyntaxNode, object: SyntaxNode): boolean {
  if (isTried(callee, /except[^:]*(AttributeError|Exception)|except\s*:/)) return true;
  const around = ancestorOf(callee, "function_definition", "class_definition")?.text ?? "";
  return ["isinstance(", "hasattr(", "type("].some((word) => around.includes(`${word}${object.text}`));
}
