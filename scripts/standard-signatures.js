// Writes libraries/standard.txt: what functions and classes of the standard library's modules take, in Python 2.7 to the newest.
//
//   node scripts/standard-signatures.js TYPESHED_GIT_DIR
//
// Read are typeshed's stubs as they are now and as they were last for Python 2, with every branch for a version or a platform and
// every overload. A line has a module's name and its functions, as src/facts/libraries/library-module.ts tells; a function of
// which one signature is not known, or takes anything, is left out.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleSources } from "./bundle-sources.js";
import { signatureOf } from "./libraries/signatures.js";

/** The stubs' last state with Python 2, and today's; folders in which a module may stand. */
const SNAPSHOTS = [
  { revision: "e2e93e6388^", folders: ["stdlib", "stdlib/@python2"] },
  { revision: "HEAD", folders: ["stdlib"] },
];

/** Modules of which code of OpenStack calls functions. */
const MODULES = `
  base64 binascii collections contextlib copy datetime errno filecmp fnmatch functools getpass glob gzip hashlib hmac io ipaddress
  itertools json logging math mimetypes multiprocessing operator os os.path pickle platform pprint pwd queue random re shlex
  shutil signal socket stat string struct subprocess sys tempfile textwrap threading time traceback urllib.parse uuid warnings zlib`
  .trim()
  .split(/\s+/);

const OPEN = "open";

/** Decorators that leave callers the parameters as they are written. */
const KEEPS =
  /^(overload|final|type_check_only|deprecated|contextmanager|runtime_checkable|classmethod|staticmethod|abstractmethod|disjoint_base|total_ordering)$/;

const [gitDir] = process.argv.slice(2);
if (!gitDir) throw new Error("which repository?");
const { loadParser, parametersIn, readModule } = await import(
  await bundleSources(
    ["src/parse/parser.ts", "src/facts/libraries/library-module.ts", "src/facts/module/module.ts"],
    "standard-signatures",
  )
);
const parser = await loadParser();
const held = new Map();
const lines = MODULES.flatMap((name) => lineOf(name) ?? []);
fs.writeFileSync(
  fileURLToPath(new URL("../libraries/standard.txt", import.meta.url)),
  `${lines.join("\n")}\n`,
);

function lineOf(name) {
  const stubs = SNAPSHOTS.flatMap((snapshot) => stubsOf(snapshot, name).map((stub) => ({ snapshot, stub })));
  const names = new Set(stubs.flatMap(({ snapshot, stub }) => [...namesIn(snapshot, stub)]));
  const told = [...names].sort().flatMap((one) => {
    const found = stubs.flatMap(({ snapshot, stub }) => signaturesIn(snapshot, stub, one));
    if (found.length === 0 || found.includes(OPEN)) return [];
    const least = withoutCovered(found);
    return least.some((signature) => signature.includes("*") && signature.includes("**"))
      ? []
      : [`${one}(${least.map((signature) => signature.join(",")).join("|")})`];
  });
  return told.length > 0 ? `${name} ${told.join(" ")}` : undefined;
}

/** The texts of a module in a snapshot, read; `[]` where it has none. */
function stubsOf({ revision, folders }, name) {
  const key = `${revision} ${name}`;
  if (!held.has(key)) {
    const file = name.replaceAll(".", "/");
    const paths = folders.flatMap((folder) => [`${folder}/${file}.pyi`, `${folder}/${file}/__init__.pyi`]);
    held.set(
      key,
      paths
        .filter((path) => filesOf(revision).has(path))
        .map((path) =>
          readModule(path.replace(/i$/, ""), name, parser.parseWhole(git("show", `${revision}:${path}`))),
        ),
    );
  }
  return held.get(key);
}

function filesOf(revision) {
  if (!held.has(revision))
    held.set(revision, new Set(git("ls-tree", "-r", "--name-only", revision, "stdlib").split("\n")));
  return held.get(revision);
}

function git(...args) {
  return execFileSync("git", [`--git-dir=${gitDir}`, ...args], { encoding: "utf8", maxBuffer: 2 ** 26 });
}

function namesIn(snapshot, stub, depth = 0) {
  const found = new Set([...stub.scope.bindings.keys()].filter((name) => isShown(stub, name)));
  if (depth < 5)
    for (const { local, module } of stub.imports)
      if (local === "*")
        for (const other of stubsOf(snapshot, module))
          for (const name of namesIn(snapshot, other, depth + 1)) found.add(name);
  return found;
}

/** A stub shows what it defines, and of what it imports that which it names once more. */
function isShown({ scope, text }, name) {
  const bindings = scope.bindings.get(name) ?? [];
  const isNamed = new RegExp(`["']${name}["']|\\bas ${name}\\b`).test(text);
  return /^[A-Za-z]/.test(name) && (isNamed || !bindings.every(({ kind }) => kind === "import"));
}

/** What each binding of a name takes; `OPEN` for those of which that is not known, `[]` where it cannot be called. */
function signaturesIn(snapshot, stub, name, depth = 0) {
  if (depth > 6) return [OPEN];
  const bindings = stub.scope.bindings.get(name) ?? [];
  if (bindings.length === 0) {
    const stars = stub.imports.filter(({ local }) => local === "*");
    return stars.flatMap(({ module }) =>
      stubsOf(snapshot, module).flatMap((other) => signaturesIn(snapshot, other, name, depth + 1)),
    );
  }
  return bindings.flatMap((binding) => {
    switch (binding.kind) {
      case "function":
        return [functionSignature(binding, 0)];
      case "class":
        return classSignatures(binding);
      case "import":
        return aliasSignatures(snapshot, binding.target, depth);
      case "assignment": {
        const value = binding.value?.text ?? "";
        return /^[A-Za-z_]\w*$/.test(value) && value !== name && stub.scope.bindings.has(value)
          ? signaturesIn(snapshot, stub, value, depth + 1)
          : [OPEN];
      }
      default:
        return [OPEN];
    }
  });
}

function aliasSignatures(snapshot, target, depth) {
  const at = target.lastIndexOf(".");
  const homes = at < 0 ? [] : stubsOf(snapshot, target.slice(0, at));
  return homes.length === 0
    ? [OPEN]
    : homes.flatMap((home) => signaturesIn(snapshot, home, target.slice(at + 1), depth + 1));
}

function functionSignature(facts, bound) {
  if (!facts.decorators.every(({ name }) => KEEPS.test(name?.split(".").at(-1) ?? ""))) return OPEN;
  return withOldMarks(signatureOf(facts, bound));
}

/** A class takes what its `__init__` or its `__new__` takes; one with neither, or with a metaclass, anything. */
function classSignatures(facts) {
  if (
    /\bmetaclass=/.test(facts.node.field("superclasses")?.text ?? "") &&
    !/ABCMeta/.test(facts.node.field("superclasses").text)
  )
    return [OPEN];
  const makers = ["__init__", "__new__"].flatMap((one) => facts.scope.bindings.get(one) ?? []);
  if (makers.length === 0 || makers.some(({ kind }) => kind !== "function")) return [OPEN];
  return makers.map((maker) => functionSignature(maker, 1));
}

/** `__a, b`: how stubs used to say that a parameter has no name for callers. */
function withOldMarks(tokens) {
  const last = tokens.findLastIndex((token) => /^__\w/.test(token));
  if (last < 0) return tokens;
  const named = tokens.map((token) => token.replace(/^__(?=\w)/, ""));
  return named.includes("/") ? named : [...named.slice(0, last + 1), "/", ...named.slice(last + 1)];
}

/** Without those of which another one takes every call. */
function withoutCovered(signatures) {
  const distinct = [...new Map(signatures.map((one) => [one.join(","), one])).values()];
  return distinct.filter(
    (one, at) =>
      !distinct.some(
        (other, place) => place !== at && covers(other, one) && (!covers(one, other) || place < at),
      ),
  );
}

/** Whether every call that fits `less` fits `more`: the same parameters in front, and all that `more` has beyond may be left out. */
function covers(more, less) {
  const wide = parametersIn(more.join(","));
  const narrow = parametersIn(less.join(","));
  const placesOf = (all) => all.filter(({ kind }) => kind.startsWith("positional"));
  const isOptional = ({ kind, defaultValue }) => kind.startsWith("var-") || defaultValue !== null;
  const has = (all, wanted) => all.some(({ kind }) => kind === wanted);
  const mayStandFor = (other, one) => isOptional(other) || !isOptional(one);
  const isInPlace = placesOf(narrow).every((one, at) => {
    const other = placesOf(wide)[at];
    const isUnnamed = one.kind === "positional-only";
    if (!other) return isUnnamed && has(wide, "var-positional");
    const isSame = other.kind === "positional-or-keyword" && other.name === one.name;
    return (isUnnamed || isSame) && mayStandFor(other, one);
  });
  const isNamed = narrow
    .filter(({ kind }) => kind === "keyword-only")
    .every((one) =>
      wide.some(
        (other) =>
          other.kind === "var-keyword" ||
          (/keyword/.test(other.kind) && other.name === one.name && mayStandFor(other, one)),
      ),
    );
  const isRest = ["var-positional", "var-keyword"].every((kind) => !has(narrow, kind) || has(wide, kind));
  const isEnough = wide.every((one) => {
    const at = placesOf(wide).indexOf(one);
    return (
      isOptional(one) || narrow.some(({ name }) => name === one.name) || placesOf(narrow)[at] !== undefined
    );
  });
  return isInPlace && isNamed && isRest && isEnough;
}
