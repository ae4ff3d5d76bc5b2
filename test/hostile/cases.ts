import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** A file of a stranger, and why osfix passes it over; without a reason it is read like any other. */
export interface HostileFile {
  readonly name: string;
  readonly make: (file: string) => void;
  readonly reason: string | undefined;
}

/** So that rules ask for the file, and its text is parsed. */
const HEAD = "from oslo_concurrency import lockutils\nsynchronized = lockutils.synchronized\n";

/** A file with the given text behind whatever stood there. */
const text = (name: string, reason: string | undefined, more: () => string): HostileFile => ({
  name,
  reason,
  make: (file) => fs.appendFileSync(file, `\n\n${HEAD}${more()}`),
});

/** A file that is nothing but these bytes. */
const bytes = (name: string, reason: string, content: Uint8Array | string): HostileFile => ({
  name,
  reason,
  make: (file) => fs.writeFileSync(file, content),
});

/** Something else where the file was. */
const entry = (name: string, reason: string, put: (file: string) => void): HostileFile => ({
  name,
  reason,
  make: (file) => {
    fs.rmSync(file, { force: true });
    put(file);
  },
});

function sparse(file: string, size: number): void {
  fs.writeFileSync(file, "");
  fs.truncateSync(file, size);
}

const BRACKETS = "its brackets nest more than 200 deep, which Python does not read either";
const BLOCKS = "its blocks nest more than 100 deep, which Python does not read either";
const DEEP = "its code nests more than 1000 levels deep, which is more than osfix follows";
const ROW = "it has more than 3000 names and operators in one row, with no comma between";
const TOKENS = "it has more than 400000 tokens, which is more than osfix reads of a file";
const STATEMENT = "one statement of it has more than 100000 tokens";
const STRANGE = "it has more than 1000 characters outside of strings that no Python code has there";
const ERRORS = "it has more than 1000 syntax errors";
const CLOSERS = "it closes more than 200 brackets that it has not opened";

const blocks = (levels: number): string =>
  `${Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}if x:\n`).join("")}${" ".repeat(levels)}y\n`;
const formats = (levels: number): string =>
  `x = ${Array.from({ length: levels }).reduce<string>((inner) => `f"{${inner}}"`, "1")}\n`;
/** Printable letters in no order; the same ones each time. */
const noise = (length: number): string => {
  let seed = 1;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  return Array.from({ length }, () => String.fromCharCode(33 + (next() % 94))).join("");
};

/** Entries of a tree that are no file, or none that may be opened. */
export const ENTRIES: readonly HostileFile[] = [
  entry("a FIFO", "it is a FIFO, not a regular file", (file) => execFileSync("mkfifo", [file])),
  entry("a link to a device", "it is a symbolic link out of the tree", (file) =>
    fs.symlinkSync("/dev/zero", file),
  ),
  entry("a link out of the tree", "it is a symbolic link out of the tree", (file) =>
    fs.symlinkSync("/etc/passwd", file),
  ),
  entry("a link to nothing", "it is a symbolic link to something that", (file) =>
    fs.symlinkSync("gone", file),
  ),
  entry("a file of 1 GB", "it has 1073741824 bytes; osfix reads files of at most 4 MiB", (file) =>
    sparse(file, 1024 ** 3),
  ),
  entry("a file just too large", "it has 4194305 bytes; osfix reads files of at most 4 MiB", (file) =>
    sparse(file, 4 * 1024 ** 2 + 1),
  ),
];

/** Contents that are no Python text, or too much of it. */
export const CONTENTS: readonly HostileFile[] = [
  bytes("a NUL byte", "it holds a NUL byte at offset 4; it is not Python source", "x = \0\n"),
  bytes(
    "UTF-16",
    "it is UTF-16, which Python does not read; convert it to UTF-8",
    Buffer.from("\ufeffx\n", "utf16le"),
  ),
  bytes(
    "UTF-16 without a mark",
    "it holds a NUL byte at offset 1; it is not Python source",
    Buffer.from("x\n", "utf16le"),
  ),
  bytes(
    "Latin-1 without a cookie",
    "the byte at offset 5 is not utf-8, and it declares no other encoding",
    Buffer.from("x = '\xe4'\n", "latin1"),
  ),
  bytes(
    "an unknown encoding",
    "its coding cookie names `rot13`, which osfix cannot write back",
    "# coding: rot13\n",
  ),
  bytes(
    "two encodings",
    "it has a UTF-8 byte order mark and a coding cookie `latin-1`",
    "\ufeff# coding: latin-1\n",
  ),
  text("a million brackets", BRACKETS, () => "(".repeat(1_000_000)),
  text("nested parentheses", BRACKETS, () => `x = ${"(".repeat(50_000)}1${")".repeat(50_000)}\n`),
  text("nested lists", BRACKETS, () => `x = ${"[".repeat(50_000)}${"]".repeat(50_000)}\n`),
  text("nested dictionaries", BRACKETS, () => `x = ${"{0:".repeat(50_000)}1${"}".repeat(50_000)}\n`),
  text("nested calls", BRACKETS, () => `x = ${"f(".repeat(50_000)}1${")".repeat(50_000)}\n`),
  text("nested comprehensions", BRACKETS, () => `x = ${"[x for x in ".repeat(9_000)}y${"]".repeat(9_000)}\n`),
  text("nested f-strings", BRACKETS, () => formats(1_000)),
  text("open calls behind an open string", BRACKETS, () => `x = '${"f(\n".repeat(900_000)}`),
  text("brackets that only close", CLOSERS, () => ")".repeat(1_000_000)),
  text("deep indentation", BLOCKS, () => blocks(1_000)),
  text("a chain of lambdas", ROW, () => `x = ${"lambda: ".repeat(100_000)}0\n`),
  text("a chain of attributes", ROW, () => `x = a${".b".repeat(100_000)}\n`),
  text("a chain of calls", DEEP, () => `x = a${"()".repeat(2_000)}\n`),
  text("a chain of negations", ROW, () => `x = ${"not ".repeat(100_000)}a\n`),
  text("an endless sum", ROW, () => `x = ${"a + ".repeat(100_000)}a\n`),
  text("an endless concatenation", ROW, () => `x = ${"'a' + ".repeat(100_000)}'a'\n`),
  text("signs that end the parser's process", ROW, () => "@".repeat(375_000)),
  text("a minified megabyte", TOKENS, () => `${"x=1;".repeat(250_000)}\n`),
  text("a tuple without end", STATEMENT, () => `x = (${"a, ".repeat(125_000)})\n`),
  text("letters of all scripts", STRANGE, () =>
    Array.from({ length: 100_000 }, (_, at) => String.fromCodePoint(0xa1 + ((at * 7_919) % 0x2000))).join(""),
  ),
  text(
    "lines that continue",
    "it continues one line with a backslash more than 1000 times",
    () => `x = 1${" \\\n".repeat(9_000)}\n`,
  ),
  text("errors in every line", ERRORS, () => "x y z\n".repeat(3_000)),
];

/** So that options are looked for in the text. */
const OPTIONS =
  "from oslo_config import cfg\nCONF = cfg.CONF\nsome_opts = [cfg.StrOpt('a')]\nCONF.register_opts(some_opts)\n";

/** What is strange and still Python, of some version; some of it takes quadratic time where a pattern is careless. */
export const STRANGE_BUT_FINE: readonly HostileFile[] = [
  text("a long docstring", undefined, () => `def f():\n    """${"word ".repeat(500_000)}"""\n`),
  text("many strings side by side", undefined, () => `x = (${"'a'\n".repeat(5_000)})\n`),
  text("many decorators", undefined, () => `${"@a\n".repeat(3_000)}def f():\n    pass\n`),
  text("many branches", undefined, () => `if x:\n    pass\n${"elif y:\n    pass\n".repeat(3_000)}`),
  text("a long line", undefined, () => `x = [${"1, ".repeat(20_000)}]\n`),
  text("form feeds", undefined, () => "\f\nx = 1\n".repeat(500)),
  text("tabs and blanks", undefined, () => "if x:\n\ty = 1\n        z = 2\n".repeat(200)),
  text("line endings of all kinds", undefined, () => "x = 1\r\ny = 2\n".repeat(200)),
  text("Python 2", undefined, () => "print 'a', `1`\nexec 'x' in {}\nx = 0777L\n"),
  text(
    "Python of tomorrow",
    undefined,
    () => "match x:\n    case [1, *_]: pass\ntype A[T] = list[T]\ntry:\n    pass\nexcept* E:\n    pass\n",
  ),
  text("noise in a string", undefined, () => `x = r'''${noise(100_000).replaceAll("'", "")} '''\n`),
  text("a broken end", undefined, () => "def f(:\n"),
  text("an endless comment of dots", undefined, () => `${OPTIONS}# a = ${"conf.".repeat(60_000)}\n`),
  text("an endless word", undefined, () => `${OPTIONS}# ${"Opt".repeat(60_000)}\n`),
  text("blank lines", undefined, () => `${OPTIONS}${"\n".repeat(200_000)}x = 1\n`),
  ...["register_opts(", "set_override('a',", "def f(", "a_opts = (", "a.extend(", "cfg.StrOpt("].map((call) =>
    text(`a docstring of ${call}`, undefined, () => `${OPTIONS}"""\n${`${call}\n`.repeat(10_000)}"""\n`),
  ),
];
