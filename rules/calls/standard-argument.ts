import {
  ancestorOf,
  argumentAt,
  argumentValue,
  type CallFacts,
  type Finding,
  handlerNaming,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `isinstance(x, [A, B])`, `re.sub('a', 'b', text, re.I)`, `json.loads(file)`: what Python's own functions take otherwise. */
export const standardArgument: Rule = {
  id: "calls/standard-argument",
  title: "argument that a function of Python's own takes for something else",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/library/functions.html#isinstance",
  mentions: [["isinstance(", "issubclass(", "re.", "open(", "Thread(", "json", "_exc(", "swith("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const name = standardName(project, module, call);
    const judge = name === undefined ? undefined : JUDGES.get(name);
    if (judge === ofLimit && !runsOnPython3(project, module)) continue;
    const found = judge?.(call, module) ?? ofPrefixes(call);
    if (found) yield { span: found.at, message: `${call.callee.text}() ${found.message}` };
  }
}

interface Refused {
  readonly at: SyntaxNode;
  readonly message: string;
}

type Judge = (call: CallFacts, module: ModuleFacts) => Refused | undefined;

/** By the name of the function, where that is the one of Python's own. */
const JUDGES: ReadonlyMap<string, Judge> = new Map([
  ["isinstance", ofClasses],
  ["issubclass", ofClasses],
  ["re.sub", flagsIn(3, "count")],
  ["re.subn", flagsIn(3, "count")],
  ["re.split", flagsIn(2, "maxsplit")],
  ["open", ofMode],
  ["io.open", ofMode],
  ["threading.Thread", ofThread],
  ["traceback.format_exc", ofLimit],
  ["traceback.print_exc", ofLimit],
  ["json.loads", ofText],
  ["oslo_serialization.jsonutils.loads", ofText],
  ["json.load", ofFile],
  ["oslo_serialization.jsonutils.load", ofFile],
]);

/** The name in the library, if the call means it: nothing here binds the name of a builtin. */
function standardName(
  project: ProjectFacts,
  module: ModuleFacts,
  { name, callee }: CallFacts,
): string | undefined {
  if (name === undefined) return undefined;
  if (callee.type === "identifier" && module.lookup(name, module.scopeAt(callee)) === undefined) return name;
  return project.qualifiedName(module, callee);
}

/** `name.startswith('qg-', 'qr-')` */
function ofPrefixes(call: CallFacts): Refused | undefined {
  const asked = call.callee.field("attribute")?.text ?? "";
  const second = /^(starts|ends)with$/.test(asked) ? argumentAt(call, 1) : undefined;
  return second?.type === "string"
    ? {
        at: second,
        message:
          "takes several texts as a tuple, and a number for where to begin: TypeError when this line runs",
      }
    : undefined;
}

function ofClasses(call: CallFacts): Refused | undefined {
  const classes = argumentAt(call, 1);
  if (!classes || !/^(list|set|dictionary|string|list_comprehension)$/.test(classes.type)) return undefined;
  return { at: classes, message: "takes a class or a tuple of classes: TypeError when this line runs" };
}

/** Flags by place, where a number comes before them. */
function flagsIn(place: number, parameter: string): Judge {
  return (call) => {
    const flags = argumentAt(call, place);
    if (!flags || !/^re\.[A-Z]+( ?\| ?re\.[A-Z]+)*$/.test(flags.text)) return undefined;
    return { at: flags, message: `takes the flags for its '${parameter}': 'flags=' is missing` };
  };
}

/** `'rw'`: one of `r`, `w`, `a` and `x`, and a `+` for both. */
function ofMode(call: CallFacts): Refused | undefined {
  const mode = argumentValue(call, "mode", 1);
  const text = mode?.type === "string" ? stringValue(mode) : undefined;
  if (!mode || text === undefined) return undefined;
  const isRight = /^[rwaxbtU+]+$/.test(text) && (text.match(/[rwax]/g) ?? []).length === 1;
  return isRight || /^[bt]?U[bt]?$/.test(text)
    ? undefined
    : { at: mode, message: `knows no mode ${mode.text}: ValueError when this line runs` };
}

function ofThread(call: CallFacts): Refused | undefined {
  const group = argumentAt(call, 0);
  if (!group || group.type === "none") return undefined;
  return {
    at: group,
    message: "takes its first argument for a group, which has to be None: 'target=' is missing",
  };
}

/** `format_exc(error)`: they find the exception themselves. Python 2 compares a number with anything. */
function ofLimit(call: CallFacts): Refused | undefined {
  const limit = argumentAt(call, 0);
  if (limit?.type !== "identifier" || !handlerNaming(limit)) return undefined;
  return {
    at: limit,
    message:
      "takes the number of entries to show, and an exception is none: TypeError in Python 3, which hides what was caught",
  };
}

function ofText(call: CallFacts, module: ModuleFacts): Refused | undefined {
  const text = argumentAt(call, 0);
  if (!text || !isOpened(module, text)) return undefined;
  return { at: text, message: `takes text, and ${text.text} is an open file: load() is meant` };
}

function ofFile(call: CallFacts, module: ModuleFacts): Refused | undefined {
  const file = argumentAt(call, 0);
  const read = file?.type === "call" ? file.field("function") : undefined;
  const object =
    read?.type === "attribute" && read.field("attribute")?.text === "read" ? read.field("object") : null;
  const isText = file?.type === "string" || (object && isOpened(module, object));
  if (!file || !isText) return undefined;
  return { at: file, message: "takes an open file, and this is its text: loads() is meant" };
}

/** Whether a name is bound by the `with open(…) as name` around. */
function isOpened(module: ModuleFacts, { type, text, start }: SyntaxNode): boolean {
  if (type !== "identifier") return false;
  const around = module.tree.ofType("as_pattern").find((pattern) => {
    const block = ancestorOf(pattern, "with_statement");
    return pattern.field("alias")?.text === text && block && block.start < start && start < block.end;
  });
  return /^(open|io\.open)$/.test(around?.namedChildren[0]?.field("function")?.text ?? "");
}
