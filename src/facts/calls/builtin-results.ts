/** What a value of Python's own types is, as far as its methods go: `text` is also bytes, `number` also a truth value. */
export type BuiltinKind = "dictionary" | "list" | "set" | "tuple" | "text" | "number";

type Kinds = ReadonlyMap<string, BuiltinKind>;

/** Python's own types by their names. */
export const BUILTIN_TYPES: Kinds = new Map([
  ...named("dictionary", "dict"),
  ...named("list", "list"),
  ...named("set", "set frozenset"),
  ...named("tuple", "tuple"),
  ...named("text", "str unicode"),
  ...named("number", "int float"),
]);

/** What functions of Python's own give; a type gives one of itself. */
export const GIVEN_BY_BUILTINS: Kinds = new Map([
  ...BUILTIN_TYPES,
  ...named("list", "sorted"),
  ...named("text", "repr hex"),
  ...named("number", "len isinstance hasattr"),
]);

/** What functions of the standard library give; only those that give it always. */
export const GIVEN_BY_STANDARD: Kinds = new Map([
  ...named("list", "os.listdir glob.glob shlex.split re.split"),
  ...named("tuple", "os.path.split os.path.splitext"),
  ...named(
    "text",
    "os.getcwd os.path.join os.path.basename os.path.dirname os.path.abspath os.path.realpath",
  ),
  ...named("text", "json.dumps socket.gethostname tempfile.mkdtemp time.strftime"),
  ...named("number", "time.time os.getpid os.path.exists os.path.isfile os.path.isdir"),
]);

/** What methods of each kind give. */
export const GIVEN_BY_METHODS: ReadonlyMap<BuiltinKind, Kinds> = new Map<BuiltinKind, Kinds>([
  [
    "text",
    new Map([
      ...named("list", "split rsplit splitlines"),
      ...named("tuple", "partition rpartition"),
      ...named("number", "startswith endswith isdigit isalnum isalpha find rfind index rindex count"),
      ...named("text", "strip lstrip rstrip lower upper title capitalize replace join format zfill"),
      ...named("text", "ljust rjust encode decode"),
    ]),
  ],
  ["dictionary", new Map(named("dictionary", "copy"))],
  ["list", new Map([...named("list", "copy"), ...named("number", "index count")])],
  ["set", new Map(named("set", "copy union intersection difference symmetric_difference"))],
]);

function named(kind: BuiltinKind, names: string): readonly (readonly [string, BuiltinKind])[] {
  return names.split(" ").map((name) => [name, kind]);
}
