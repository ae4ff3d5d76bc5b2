/** One text that both bindings must read alike. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** Whether the text is no Python that the grammar knows. */
  readonly broken?: true;
}

const PYTHON_3: readonly Source[] = [
  { name: "an empty text", text: "" },
  { name: "blank lines alone", text: "\n\n  \n" },
  { name: "a comment alone", text: "# coding: utf-8" },
  { name: "a module without a final newline", text: "import os\nname = os.path" },
  {
    name: "a class with decorated methods",
    text: [
      "class Driver(base.Driver):",
      '    """Wires a port."""',
      "",
      "    @lockutils.synchronized('bridges', external=True)",
      "    @privsep.entrypoint",
      "    def plug(self, name, mtu=None, *args, retry=3, **kwargs) -> bool:",
      "        # before the bridge exists",
      "        if not self.exists(name): return False",
      "        return all(up(x) for x in self.links if x.up)",
      "",
    ].join("\n"),
  },
  {
    name: "calls wrapped over lines",
    text: "opts = [\n    cfg.StrOpt('name',\n               default='a' 'b',\n               help=\"\"\"\nTwo\nlines.\n\"\"\"),\n]\n",
  },
  {
    name: "a line continued by a backslash",
    text: "with open(a) as x, \\\n        open(b) as y:\n    pass\n",
  },
  { name: "CRLF line endings", text: "def a():\r\n    if x:\r\n        return 'y'\r\n\r\n\r\nb = 1\r\n" },
  { name: "tabs and form feeds", text: "class A:\n\tdef b(self):\n\t\treturn 1\n\x0c\n\nc = 2\n" },
  { name: "letters outside ASCII", text: "# für é\nname = 'ü😀' + \"😀\"\nü = {'😀': é}\n" },
  { name: "a byte order mark", text: "\uFEFF# -*- coding: utf-8 -*-\nname = 1\n" },
  {
    name: "strings of every kind",
    text: "a = r'\\d' + b'x' + u'y' + f'{name!r:>{width}} {{}}' + rb'\\0'\nb = 'x' \"y\" '''z'''\nc = '%s.%s' % (a, b)\n",
  },
  {
    name: "what came after Python 3.5",
    text: [
      "async def a(x, /, y: int = 1) -> 'A':",
      "    async with b() as c, d(): await e",
      "    return [y async for y in x if (n := len(y)) > 1]",
      "",
      "match command.split():",
      "    case [Point(x=0), *rest] if rest: pass",
      '    case {"k": v, **more} | None: pass',
      "type Name[T] = list[T]",
      "try:",
      "    pass",
      "except* ValueError as error:",
      "    raise X from error",
      "",
    ].join("\n"),
  },
  { name: "dots where the grammar has them", text: "f(...)\n[..., 1]\n@x(...)\ndef a():\n    ...\n" },
  {
    name: "a comment between a block and a dedent",
    text: "def a():\n    b()\n    # still inside\n# outside\nc()\n",
  },
  { name: "deep nesting", text: `x = ${"(".repeat(120)}1${")".repeat(120)}\n` },
];

const PYTHON_2: readonly Source[] = [
  {
    name: "print statements of Python 2",
    text: "print 'a', b\nprint >>log, 'x %s' % y\nprint\nprint 'a',\n",
  },
  {
    name: "an except clause of Python 2",
    text: "try:\n    a()\nexcept (A, B), error:\n    pass\nexcept C, c:\n    raise\n",
  },
  { name: "exec statements of Python 2", text: "exec code in scope\nexec 'x = 1'\n" },
  { name: "comparison by <> of Python 2", text: "if a <> b:\n    pass\n" },
  { name: "numbers and strings of Python 2", text: "mode = 0644\nbig = 10L\nname = ur'x'\n" },
  { name: "a lambda and a tuple of Python 2", text: "sort(key=lambda (a, b): b)\nasync = print_ = 1\n" },
  { name: "backticks of Python 2", text: "x = `y` + `f(z)`\n" },
  { name: "raise statements of Python 2", text: "raise A, 'b'\nraise A, 'b', trace\n" },
];

const BROKEN: readonly Source[] = [
  { name: "an unclosed bracket", text: "a = foo(1,\nb = 2\n", broken: true },
  { name: "a missing colon", text: "if a\n    b()\n", broken: true },
  { name: "a merge conflict", text: "<<<<<<< ours\na = 1\n=======\na = 2\n>>>>>>> theirs\n", broken: true },
  { name: "an unclosed string", text: "a = '''x\nb = 1\n", broken: true },
  { name: "a diff", text: "--- a/x.py\n+++ b/x.py\n@@ -1,2 +1,2 @@\n-a\n+b\n", broken: true },
  { name: "bytes that are no text", text: "\u0000\u0001\uFFFD\u0002 = )\n", broken: true },
];

export const sources: readonly Source[] = [...PYTHON_3, ...PYTHON_2, ...BROKEN];

/** A well-formed module of about that many characters, with definitions long and short. */
export function longModule(length: number): string {
  const parts = ["import os\n\nfrom lib import net\n"];
  let size = 0;
  for (let at = 0; size < length; at++) {
    const body = Array.from({ length: 1 + ((at * 7) % 40) }, (_, row) => callLine(at, row)).join("");
    const part = `\n\nclass Link${at}(object):\n    """Link é ${at}."""\n\n    @net.locked('link-%s' % ${at})\n    def up(self, name, mtu=${at}):\n${body}`;
    parts.push(part);
    size += part.length;
  }
  return parts.join("");
}

function callLine(at: number, row: number): string {
  return `        net.set_up(name, mtu + ${row}, {'index': [${at}, ${row}], 'label': 'é😀'})  # ${row}\n`;
}
