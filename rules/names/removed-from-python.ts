import {
  anyWord,
  type CallFacts,
  type ClassFacts,
  declaresPython3,
  type Finding,
  isTried,
  type ModuleFacts,
  mayRunOnPython3,
  namePlace,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
  withoutParentheses,
} from "../../src/rule.ts";

/** `string.letters`, `itertools.izip`, `sys.maxint`: names of the standard library that Python 3 does not have. */
export const removedFromPython: Rule = {
  id: "names/removed-from-python",
  title: "name of the standard library that Python 3 took away",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
  mentions: [
    [
      "string.",
      "itertools.",
      "sys.",
      "os.",
      "urllib.",
      "types.",
      "time.",
      "base64.",
      "cgi.",
      "operator.",
      "has_key(",
      "iteritems()",
      "itervalues()",
      "iterkeys()",
      "collections.",
      ".next()",
      "__metaclass__",
      "def next(",
      "gettext.",
      "json.dump",
      "cmp=",
    ],
  ],
  check,
};

/** What each module had in Python 2 and has not in Python 3.10, and what stands for it. */
const REMOVED: ReadonlyMap<string, RegExp> = new Map([
  [
    "string",
    /^(letters|lowercase|uppercase|join|split|replace|maketrans|lower|upper|strip|atoi|atof|zfill|rstrip|lstrip|find)$/,
  ],
  ["itertools", /^(izip|imap|ifilter|izip_longest|ifilterfalse)$/],
  ["sys", /^(maxint|setdefaultencoding|exc_clear|exc_type|exc_value)$/],
  ["os", /^(getcwdu|errno|popen2|popen3|tmpnam|spawnvp2)$/],
  [
    "urllib",
    /^(urlencode|quote|quote_plus|unquote|unquote_plus|urlopen|urlretrieve|pathname2url|URLopener|basejoin)$/,
  ],
  [
    "types",
    anyWord(`
      StringType StringTypes ListType DictType TupleType IntType LongType UnicodeType BooleanType NoneType_
      FloatType ClassType InstanceType UnboundMethodType
    `),
  ],
  ["time", /^(clock)$/],
  ["base64", /^(encodestring|decodestring)$/],
  ["cgi", /^(escape|parse_qs|parse_qsl)$/],
  ["operator", /^(isCallable|sequenceIncludes|isSequenceType|isMappingType|isNumberType|div)$/],
  [
    "collections",
    /^(Iterable|Mapping|MutableMapping|Sequence|MutableSequence|Callable|Set|MutableSet|Hashable|Iterator|Sized|Container)$/,
  ],
]);

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!isSuspect(module.text) || !runsOnPython3(project, module)) return;
  for (const facts of module.classes) {
    if (declaresPython3(project)) yield* metaclassOf(facts);
    yield* nextOf(facts);
  }
  for (const node of module.tree.ofType("attribute")) yield* goneFromModule(project, module, node);
  for (const call of module.calls) {
    yield* nextCalled(call);
    yield* keywordsGone(call);
    yield* goneFromDictionaries(module, project, call);
  }
}

function* metaclassOf({ scope }: ClassFacts): Generator<Finding> {
  const meta = scope.bindings.get("__metaclass__")?.[0];
  if (meta?.kind !== "assignment") return;
  yield {
    span: meta.node,
    message:
      "Python 3 passes over __metaclass__: the class is an ordinary one; 'metaclass=' among its bases is meant",
  };
}

function* nextOf({ methods, scope, bases }: ClassFacts): Generator<Finding> {
  // a base may have the other half
  const next = bases.every(({ text }) => text === "object") ? methods.get("next") : undefined;
  if (next?.parameters.length !== 1 || !methods.has("__iter__") || scope.bindings.has("__next__")) return;
  yield {
    span: namePlace(next),
    message:
      "iterators have no next() in Python 3, it is '__next__' there: TypeError when the object is iterated over",
  };
}

/** Modules whose names went later than with 3.0, and with which 3.x. */
const LATER: ReadonlyMap<string, number> = new Map([
  ["collections", 10],
  ["time", 8],
  ["base64", 9],
]);

function* goneFromModule(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): Generator<Finding> {
  const object = node.field("object");
  const name = node.field("attribute")?.text ?? "";
  if (object?.type !== "identifier" || !REMOVED.get(object.text)?.test(name)) return;
  const bindings = module.lookup(object.text, module.scopeAt(node))?.bindings ?? [];
  const isModule =
    bindings.length > 0 &&
    bindings.every(
      (binding) =>
        binding.kind === "import" &&
        binding.target === object.text &&
        binding.module.split(".")[0] === object.text,
    );
  if (!isModule || isKnown(node) || !mayRunOnPython3(project, LATER.get(object.text) ?? 0)) return;
  yield {
    span: node,
    message: `Python 3 has no ${object.text}.${name}: AttributeError when this line runs`,
  };
}

function* nextCalled({ node, callee, arguments: given }: CallFacts): Generator<Finding> {
  if (callee.type !== "attribute" || callee.field("attribute")?.text !== "next" || given.length > 0) return;
  const object = callee.field("object");
  if (!object || !isIteratorCall(withoutParentheses(object)) || isKnown(node)) return;
  yield {
    span: node,
    message:
      "iterators have no next() in Python 3, the function next(…) asks them: AttributeError when this line runs",
  };
}

/** Keywords that functions had in Python 2; a list's `sort` is told by its name. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ["gettext.install", "unicode"],
  ["json.dump", "encoding"],
  ["json.dumps", "encoding"],
  ["sorted", "cmp"],
  [".sort", "cmp"],
]);

function* keywordsGone({ node, name, callee, arguments: given }: CallFacts): Generator<Finding> {
  const method = callee.field("attribute")?.text;
  const called = method === "sort" ? ".sort" : (name ?? "");
  const gone = KEYWORDS.get(called);
  if (gone === undefined || !given.some((one) => one.kind === "keyword" && one.name === gone)) return;
  if (isKnown(node)) return;
  yield {
    span: node,
    message: `${called.replace(/^\./, "")}() takes no '${gone}' in Python 3: TypeError when this line runs`,
  };
}

function* goneFromDictionaries(
  module: ModuleFacts,
  project: ProjectFacts,
  { node, callee, arguments: given }: CallFacts,
): Generator<Finding> {
  const method = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  const isGone =
    (method === "has_key" && given.length === 1) ||
    (/^iter(items|values|keys)$/.test(method) && given.length === 0);
  if (!isGone || isKnown(node) || definesIt(module.text, method)) return;
  if (project.pathsMentioning(`def ${method}`).length > 0) return;
  yield {
    span: node,
    message: `dictionaries have no ${method}() in Python 3: AttributeError when this line runs`,
  };
}

/** Calls that make iterators which are no files, and so on, of the tree's own. */
const MAKES_ITERATOR =
  /^(os\.walk|iter|enumerate|zip|map|filter|reversed|itertools\.\w+|csv\.reader|re\.finditer|glob\.iglob)\(/;

function isIteratorCall(node: SyntaxNode | null): boolean {
  return node?.type === "generator_expression" || (node?.type === "call" && MAKES_ITERATOR.test(node.text));
}

/** A look at the text before anything is asked of the tree. */
function isSuspect(text: string): boolean {
  if (/\.(has_key|iter(items|values|keys)|next)\(|def next\(|__metaclass__ =/.test(text)) return true;
  if (/\b(unicode|encoding|cmp)=/.test(text)) return true;
  for (const [, module = "", name = ""] of text.matchAll(WRITTEN))
    if (REMOVED.get(module)?.test(name)) return true;
  return false;
}

const WRITTEN = new RegExp(`\\b(${[...REMOVED.keys()].join("|")})\\.(\\w+)`, "g");

function definesIt(text: string, method: string): boolean {
  return new RegExp(`def ${method}\\b|['"]${method}['"]`).test(text);
}

/** Whether the code asks for the version, or has another way when it fails. */
function isKnown(node: SyntaxNode): boolean {
  if (isTried(node, /except[^:]*(AttributeError|ImportError)|except:/)) return true;
  for (let at = node.parent; at; at = at.parent) {
    if (
      /^(if_statement|conditional_expression)$/.test(at.type) &&
      /version_info|PY[23]\b|hasattr\(/.test(at.text.slice(0, 400))
    )
      return true;
  }
  return false;
}
