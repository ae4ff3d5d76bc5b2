import {
  builtinExceptionBase,
  canonicalException,
  caughtBy,
  caughtName,
  descendants,
  type Finding,
  isBuiltinException,
  isRunLonger,
  isSlip,
  literally,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `except Exception as e: … e.code`: an attribute that only some of what may come have. */
export const attributeOfAny: Rule = {
  id: "exceptions/attribute-of-any",
  title: "attribute that only some of the caught exceptions have",
  severity: "info",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/octavia/commit/7aaac224cb",
  mentions: [["except Exception", "except (", "Error as "]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const clause of module.tree.ofType("except_clause")) {
    const name = caughtName(clause);
    const builtins = builtinsCaught(module, clause);
    if (name === undefined || builtins.length === 0 || looksFirst(clause, name)) continue;
    const poorest = poorestOf(builtins, caughtBy(clause).length);
    for (const node of descendants(clause, isOfHandler)) {
      const attribute = node.type === "attribute" ? (node.field("attribute")?.text ?? "") : "";
      if (attribute === "" || node.field("object")?.text !== name || ON_ALL.test(attribute)) continue;
      const message =
        lackedBy(
          poorest.find((builtin) => !ownAttributes(builtin).has(attribute)),
          attribute,
        ) ?? (poorest.length === 0 ? misspeltOf(builtins, attribute) : undefined);
      if (message === undefined) continue;
      yield { span: node, message };
      break;
    }
  }
}

function lackedBy(builtin: string | undefined, attribute: string): string | undefined {
  if (builtin === undefined) return undefined;
  return builtin === "Exception"
    ? `Exception has no '${attribute}', only some of the exceptions that come here do: with any other, AttributeError hides the error`
    : `${builtin}, which comes here too, has no '${attribute}': AttributeError hides the error`;
}

/** `Exception`, where nothing else is caught, or what is of Python's own beside others: `(Refused, OSError)`. */
function poorestOf(builtins: readonly string[], caught: number): readonly string[] {
  if (caught === 1) return builtins.filter((one) => one === "Exception");
  return builtins.length < caught ? builtins.filter((one) => one !== "Exception") : [];
}

function builtinsCaught(module: ModuleFacts, clause: SyntaxNode): readonly string[] {
  return caughtBy(clause)
    .filter((one) => isBuiltinException(module, one))
    .map(({ text }) => text);
}

/** `errorno` for `errno`: classes below may have more than Python's own, but nothing that is nearly the same. */
function misspeltOf(builtins: readonly string[], attribute: string): string | undefined {
  const own = [...new Set(builtins.flatMap((builtin) => [...ownAttributes(builtin)]))];
  if (own.includes(attribute)) return undefined;
  const meant = own.find((name) => isSlip(attribute, name) || isRunLonger(attribute, name));
  return (
    meant &&
    `${builtins.join(" and ")} has no '${attribute}', '${meant}' is meant: AttributeError hides the error`
  );
}

/** What an exception of Python's own has beside that which all have. */
function ownAttributes(builtin: string): ReadonlySet<string> {
  const above = builtinExceptionBase(canonicalException(builtin));
  const own = ATTRIBUTES[canonicalException(builtin)] ?? "";
  return new Set([...own.split(" "), ...(above === undefined ? [] : ownAttributes(above))]);
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  AttributeError: "name obj",
  BlockingIOError: "characters_written",
  ImportError: "msg name path name_from",
  NameError: "name",
  OSError: "errno strerror filename filename2 winerror",
  StopIteration: "value",
  SyntaxError: "msg filename lineno offset text print_file_and_line end_lineno end_offset",
  SystemExit: "code",
  UnicodeError: "encoding object start end reason",
};

/** What every exception has; `message` was there in Python 2, and is `used-as-text`'s to tell. */
const ON_ALL = /^(args|message|with_traceback|add_note|__\w+__)$/;

/**
 * Whether the handler asks the exception what it is or has, gives it attributes, takes another by its name, or minds
 * AttributeError.
 */
function looksFirst({ text }: SyntaxNode, name: string): boolean {
  const body = text.slice(text.indexOf(":"));
  return new RegExp(
    `attr\\(\\s*${literally(name)}\\b|isinstance\\(\\s*${literally(name)}\\b|\\btype\\(\\s*${literally(name)}\\b|\\b${literally(name)}\\.__|\\b${literally(name)}(\\.\\w+)?\\s*=[^=]|\\bas ${literally(name)}\\b|\\bfor ${literally(name)}\\b|\\btry:|\\b(dir|vars)\\(\\s*${literally(name)}\\b`,
  ).test(body);
}

function isOfHandler({ type }: SyntaxNode): boolean {
  return type !== "lambda";
}
