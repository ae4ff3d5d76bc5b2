import type { SyntaxNode } from "../../parse/tree.ts";
import type { ModuleFacts } from "../module/module.ts";
import { resultsOf } from "../module/results.ts";
import { descendants, dottedName, withoutParentheses } from "../module/syntax.ts";
import { memberIsMethod } from "../tree/class-members.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { runsOnPython3 } from "../tree/python-version.ts";
import { overridesOf } from "../tree/subclasses.ts";

/** Why msgpack cannot carry a value, in words that continue "passes …"; `undefined` when nothing certain is known. */
export function unserialisable(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): string | undefined {
  const value = withoutParentheses(node);
  const name = NEVER_CARRIED[value.type];
  if (name !== undefined) return name;
  switch (value.type) {
    case "conditional_expression":
    case "list":
    case "tuple":
    case "expression_list":
    case "dictionary":
      return firstOf(project, module, partsOf(value));
    case "list_comprehension":
    case "dictionary_comprehension":
      return inComprehension(project, module, value.field("body"));
    case "binary_operator":
      return setOperation(project, module, value);
    case "call":
      return madeByCall(project, module, value);
    case "identifier":
      return (
        ofVariable(project, module, value) ?? ownObject(module, value) ?? definition(project, module, value)
      );
    case "attribute":
      return (
        ofAttribute(project, module, value) ??
        partOfNetwork(project, module, value) ??
        ownMethod(project, module, value) ??
        definition(project, module, value)
      );
    default:
      return undefined;
  }
}

/** Expressions of whatever content, by their type. */
const NEVER_CARRIED: Readonly<Record<string, string>> = {
  set: "a set",
  set_comprehension: "a set",
  lambda: "a function",
  generator_expression: "a generator",
};

/** What is carried with a value. */
function partsOf(value: SyntaxNode): readonly SyntaxNode[] {
  const parts = value.namedChildren;
  switch (value.type) {
    case "conditional_expression":
      // `value if condition else other`
      return parts.filter((_, at) => at !== 1);
    case "dictionary":
      return parts.flatMap((pair) => pair.field("value") ?? []);
    default:
      return parts;
  }
}

function firstOf(
  project: ProjectFacts,
  module: ModuleFacts,
  parts: readonly SyntaxNode[],
): string | undefined {
  return parts.map((part) => unserialisable(project, module, part)).find((why) => why !== undefined);
}

function inComprehension(
  project: ProjectFacts,
  module: ModuleFacts,
  body: SyntaxNode | null,
): string | undefined {
  const made = body?.type === "pair" ? body.field("value") : body;
  return made?.type === "call" || made?.type === "set" ? unserialisable(project, module, made) : undefined;
}

/** `a - b`, `a | b`, `a & b`, `a ^ b` of sets are sets when one side certainly is one: no list goes with it. */
function setOperation(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const operator = node.field("operator")?.text ?? "";
  const isSet =
    ["-", "|", "&", "^"].includes(operator) &&
    ["left", "right"].some((side) => {
      const part = node.field(side);
      return part && unserialisable(project, module, part) === "a set";
    });
  return isSet ? "a set" : undefined;
}

const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^(set|frozenset)$/, "a set"],
  [/^(map|filter|zip|iter|enumerate|reversed)$/, "an iterator"],
  [/^(open|io\.open)$/, "an open file"],
  [/^netaddr\.(IPAddress|IPNetwork|IPRange|IPSet|EUI)$/, "a netaddr object"],
  [
    /^ipaddress\.(ip_address|ip_network|ip_interface|IPv[46](Address|Network|Interface))$/,
    "an ipaddress object",
  ],
  [/^uuid\.(uuid[1-8]|UUID)$/, "a UUID object"],
  [/^(datetime\.)?datetime\.(now|utcnow|today|strptime|fromtimestamp)$/, "a datetime"],
  [/^oslo_utils\.timeutils\.utcnow$/, "a datetime"],
  [/^decimal\.Decimal$/, "a Decimal"],
  [/^re\.compile$/, "a compiled pattern"],
  [/^range$/, "a range"],
  [/^collections\.deque$/, "a deque"],
  [/^(os\.(scandir|walk)|glob\.iglob)$/, "an iterator"],
  [/^subprocess\.Popen$/, "a process"],
  [/^socket\.socket$/, "a socket"],
  [/^([A-Z]\w*(Error|Exception)|KeyboardInterrupt|StopIteration)$/, "an exception"],
  [/^threading\.(Lock|RLock|Event|Condition|Semaphore)$/, "a lock"],
];

function madeByCall(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): string | undefined {
  const callee = call.field("function");
  const name = dottedName(callee);
  if (isView(call) && runsOnPython3(project, module)) return "a view of a dictionary";
  const given = givenByTree(project, module, call);
  if (given !== undefined) return given;
  if (!callee || name === undefined) return keptBy([...SET_METHODS, "copy"], project, module, callee);
  const qualified = name.includes(".") ? project.qualifiedName(module, callee) : name;
  if (qualified === undefined) return keptBy(SET_METHODS, project, module, callee);
  // a builtin's name that the module binds itself is something else
  if (!name.includes(".") && module.lookup(name, module.scopeAt(call)))
    return instanceOf(project, module, callee);
  return MAKERS.find(([pattern]) => pattern.test(qualified))?.[1] ?? instanceOf(project, module, callee);
}

/** What a function of the tree gives whose every `return` gives the same kind; a method that a subclass has anew is not known. */
function givenByTree(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): string | undefined {
  const callee = project.callee(module, call);
  if (!callee || callee.function.name === "__init__" || callee.function.decorators.length > 0)
    return undefined;
  if (callee.class && overridesOf(project, callee.class, callee.function.name).length > 0) return undefined;
  const given = project.onceFor(callee.function, "given to msgpack", (): Given => ({ isAsked: false }));
  if (given.isAsked) return given.kind;
  // functions that give what each other give end the search
  given.isAsked = true;
  const kinds = resultsOf(callee.function).map(({ kind, value }) =>
    kind === "return" && value ? unserialisable(project, callee.module, value) : undefined,
  );
  given.kind = kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
  return given.kind;
}

interface Given {
  isAsked: boolean;
  kind?: string | undefined;
}

const SET_METHODS = ["union", "difference", "intersection", "symmetric_difference"];

/** What a method gives that gives the kind of its object: `set(doors).union(gates)`. */
function keptBy(
  methods: readonly string[],
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode | null,
): string | undefined {
  const object = callee?.field("object");
  const isKept = methods.includes(callee?.field("attribute")?.text ?? "");
  return object && isKept ? unserialisable(project, module, object) : undefined;
}

/** `doors.keys()`: a list in Python 2 alone. */
function isView(call: SyntaxNode): boolean {
  const callee = call.field("function");
  return (
    callee?.type === "attribute" &&
    /^(keys|values|items)$/.test(callee.field("attribute")?.text ?? "") &&
    call.field("arguments")?.namedChildren.length === 0
  );
}

/** `Door()` of a class of the tree whose ancestors are all known: none of them is a str, a tuple or a dict. */
function instanceOf(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): string | undefined {
  const meaning = project.meaning(module, callee);
  if (meaning.kind !== "class" || !project.classOrder(meaning).complete) return undefined;
  if (meaning.class.decorators.length > 0 || meaning.class.methods.has("__new__")) return undefined;
  return `an instance of ${meaning.class.name}`;
}

/** A variable all of whose assignments make what msgpack cannot carry: the kind of the first. */
function ofVariable(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const found = module.lookup(node.text, module.scopeAt(node));
  if (!found || found.scope.kind === "class") return undefined;
  const kinds = found.bindings.map((binding) => {
    if (isCaught(binding.node)) return "an exception";
    const value = binding.kind === "assignment" ? binding.value : entered(binding.node);
    return value && !mentions(value, node.text) ? unserialisable(project, module, value) : undefined;
  });
  return kinds.every((kind) => kind !== undefined) ? kinds[0] : undefined;
}

/** `self` of a class that is no kind of plain value. */
function ownObject(module: ModuleFacts, node: SyntaxNode): string | undefined {
  const owner = module.functionAround(node)?.owner;
  const isPlain = owner?.bases.some((base) =>
    /(^|\.)(str|unicode|bytes|int|float|list|tuple|dict|\w*[dD]ict|namedtuple)\b/.test(base.text),
  );
  return node.text === "self" && owner && isPlain === false ? `an instance of ${owner.name}` : undefined;
}

/** `self.open`, not called, of a class that has such a method. */
function ownMethod(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const [, name] = /^self\.(\w+)$/.exec(node.text) ?? [];
  const owner = name === undefined ? null : module.classAround(node);
  const method = owner?.methods.get(name ?? "");
  if (!owner || !method || method.decorators.length > 0) return undefined;
  return memberIsMethod(project, { module, class: owner }, method.name) ? "a function" : undefined;
}

/** `self.doors` of a class that gives it nothing but sets, or nothing but addresses. */
function ofAttribute(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const text = node.text;
  if (!/^self\.\w+$/.test(text)) return undefined;
  const owner = module.classAround(node);
  if (!owner || owner.bases.some((base) => base.text !== "object")) return undefined;
  const given = module.tree
    .ofType("assignment")
    .filter((assigned) => assigned.field("left")?.text === text && module.classAround(assigned) === owner)
    .map((assigned) => assigned.field("right"));
  const kinds = given.map((right) =>
    right && !mentions(right, text.slice("self.".length))
      ? unserialisable(project, module, right)
      : undefined,
  );
  // other kinds may be of a subclass, or be replaced by a caller
  const isKnown = /^a set$|^an? (?:netaddr|ipaddress) object$/.test(kinds[0] ?? "");
  return isKnown && kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
}

/** `net.ip` of `net = netaddr.IPNetwork(…)`. */
function partOfNetwork(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const object = node.field("object");
  if (object?.type !== "identifier") return undefined;
  if (!/^(ip|network|broadcast|netmask|hostmask|cidr)$/.test(node.field("attribute")?.text ?? ""))
    return undefined;
  const whole = ofVariable(project, module, object);
  return whole === "a netaddr object" ? whole : undefined;
}

/** A function, a class or a module by its name. */
function definition(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): string | undefined {
  const { kind } = project.meaning(module, node);
  return kind === "function" || kind === "class" || kind === "module" ? `a ${kind}` : undefined;
}

/** `open(…)` of `with open(…) as name`: files give themselves. */
function entered(name: SyntaxNode): SyntaxNode | null {
  const pattern = name.parent?.type === "as_pattern_target" ? name.parent.parent : null;
  const value = pattern ? pattern.namedChildren[0] : undefined;
  return value?.type === "call" && /^(io\.)?open$/.test(value.field("function")?.text ?? "") ? value : null;
}

/** `except Error as name`. */
function isCaught(name: SyntaxNode): boolean {
  const pattern = name.parent?.type === "as_pattern_target" ? name.parent.parent : null;
  return pattern?.parent?.type === "except_clause";
}

function mentions(value: SyntaxNode, name: string): boolean {
  return (
    value.text.includes(name) &&
    [...descendants(value)].some((node) => node.type === "identifier" && node.text === name)
  );
}
