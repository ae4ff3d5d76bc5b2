import {
  anyWord,
  type Finding,
  type Fix,
  instead,
  isModuleItself,
  type ModuleFacts,
  mayRunOnPython3,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";
import { isKnown } from "./known.ts";

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

/** Modules whose names went later than with 3.0, and with which 3.x. */
const LATER: ReadonlyMap<string, number> = new Map([
  ["collections", 10],
  ["time", 8],
  ["base64", 9],
]);

/** `itertools.izip` where `itertools` is that module. */
export function* goneFromModule(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): Generator<Finding> {
  const object = node.field("object");
  const name = node.field("attribute")?.text ?? "";
  if (object?.type !== "identifier" || !REMOVED.get(object.text)?.test(name)) return;
  if (!isModuleItself(module, node, object.text) || isKnown(node)) return;
  if (!mayRunOnPython3(project, LATER.get(object.text) ?? 0)) return;
  yield {
    span: node,
    message: `Python 3 has no ${object.text}.${name}: AttributeError when this line runs`,
    fix: standIn(node, object.text, name),
  };
}

/** What does the same in both Pythons. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["string.letters", "string.ascii_letters"],
  ["string.lowercase", "string.ascii_lowercase"],
  ["string.uppercase", "string.ascii_uppercase"],
  ["itertools.izip", "zip"],
  ["itertools.imap", "map"],
  ["itertools.ifilter", "filter"],
  ["sys.maxint", "sys.maxsize"],
  ["operator.isCallable", "callable"],
  ["types.ListType", "list"],
  ["types.DictType", "dict"],
  ["types.TupleType", "tuple"],
  ["types.IntType", "int"],
  ["types.FloatType", "float"],
  ["types.BooleanType", "bool"],
]);

/** What only Python 3 has under that name. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["itertools.izip_longest", "itertools.zip_longest"],
  ["itertools.ifilterfalse", "itertools.filterfalse"],
  ["os.getcwdu", "os.getcwd"],
  ["base64.encodestring", "base64.encodebytes"],
  ["base64.decodestring", "base64.decodebytes"],
  ["types.StringType", "str"],
  ["types.UnicodeType", "str"],
]);

function standIn(node: SyntaxNode, module: string, name: string): Fix | undefined {
  const gone = `${module}.${name}`;
  const safe = STAND_INS.get(gone);
  if (safe !== undefined) return instead(node, safe, "safe");
  const other = SUCCESSORS.get(gone) ?? (module === "collections" ? `collections.abc.${name}` : undefined);
  return other === undefined ? undefined : instead(node, other);
}

/** Whether a text says one of the names, of whatever it may be. */
export function saysRemoved(text: string): boolean {
  for (const [, module = "", name = ""] of text.matchAll(WRITTEN))
    if (REMOVED.get(module)?.test(name)) return true;
  return false;
}

const WRITTEN = new RegExp(`\\b(${[...REMOVED.keys()].join("|")})\\.(\\w+)`, "g");
