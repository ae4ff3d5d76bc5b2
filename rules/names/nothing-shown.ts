import {
  argumentsOf,
  type EmptyStretch,
  emptyReads,
  emptyStretches,
  type Finding,
  identifiersIn,
  isLogCall,
  type ModuleFacts,
  messageText,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  takerOf,
} from "../../src/rule.ts";

/** `door = get(door)` … `if not door: raise DoorNotFound(door)`: the message shows None, and not what was asked for. */
export const nothingShown: Rule = {
  id: "names/nothing-shown",
  title: "message that shows None in place of what was looked for",
  severity: "warning",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/congress/commit/708a87f63c",
  mentions: [["if "]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const stretch of emptyStretches(module)) {
    if (stretch.within.type !== "block") continue;
    const search = searchBefore(stretch);
    if (!search) continue;
    const shown = emptyReads(module, stretch).find((read) => isShownAsMissing(module, read));
    if (!shown) continue;
    yield {
      span: shown,
      message: `'${stretch.name}' is what '${search}(…)' gave, which is nothing here: the message shows None instead of what was looked for`,
    };
  }
}

/** The function that gave the name its value, right before the condition, for something that it was asked for. */
function searchBefore({ name, condition }: EmptyStretch): string | undefined {
  const statement = condition.parent;
  if (statement?.type !== "if_statement") return undefined;
  const siblings = statement.parent?.namedChildren ?? [];
  const before = siblings[siblings.indexOf(statement) - 1];
  const assignment = before?.type === "expression_statement" ? before.namedChildren[0] : undefined;
  const call = assignment?.type === "assignment" ? assignment.field("right") : null;
  if (assignment?.field("left")?.text !== name || call?.type !== "call") return undefined;
  const callee = call.field("function");
  const last = (callee?.type === "attribute" ? callee.field("attribute") : callee)?.text ?? "";
  const asked = argumentsOf(call).flatMap(({ value }) => [...identifiersIn(value)]);
  return SEARCH.test(last) && asked.some((word) => !OF_ALL.test(word)) ? last : undefined;
}

const SEARCH =
  /(^|_)(find|fetch|get|load|locate|look|lookup|query|resolve|retrieve|search|select|show)(_|$|[A-Z])|^getattr$/;

/** What every search is given. */
const OF_ALL = /^(self|cls|context|ctxt|ctx|session|client)$/;

/** Whether what is read goes into a message, or an exception, that says that something is not there. */
function isShownAsMissing(module: ModuleFacts, read: SyntaxNode): boolean {
  const holder = takerOf(read);
  if (holder?.type === "call") {
    const callee = holder.field("function");
    const name = (callee?.type === "attribute" ? callee.field("attribute") : callee)?.text ?? "";
    if (holder.parent?.type === "raise_statement" && MISSING_CLASS.test(name)) return true;
    const text = isLogCall(holder)
      ? argumentsOf(holder)[0]?.value
      : name === "format"
        ? callee?.field("object")
        : undefined;
    return text ? saysMissing(messageText(module, text)) : false;
  }
  if (holder?.type === "binary_operator") {
    const left = holder.field("left");
    return left !== null && saysMissing(messageText(module, left));
  }
  return holder?.type === "string" && saysMissing(holder.text);
}

const MISSING_CLASS = /NotFound|NoSuch|NotExist|Missing|DoesNotExist|Unknown(?!Error)/;

function saysMissing(text: string | undefined): boolean {
  return text !== undefined && MISSING.test(text);
}

const MISSING =
  /\bnot (be )?found\b|\bno such\b|\b(does ?n['o]t|does not|no longer|not|did not) exist|\b(could ?n[o']?t|could not|can ?not|can't|unable to|failed to) (be )?(find|locate|get|retrieve|look)|has been deleted|\bunknown\b|\bmissing\b/i;
