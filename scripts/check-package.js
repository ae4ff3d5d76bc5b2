// Packs the project and uses the tarball as a stranger would: in an empty folder, with nothing but Node.js and npm on
// PATH, no registry to reach, with and without lifecycle scripts, where the native addon loads and where it does not.
//
//   node scripts/check-package.js [TREE] [--node NODE]...
//
// TREE is the checkout that `osfix apply` is run on, copied first (default: the two sample trees of the project).
// NODE is a further Node.js to run the installed command with, such as one of another line.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// a quarter is V8's cache of the code, a tenth what libraries have had in their releases, which grows with each of them
const LARGEST_TARBALL = 2_200_000;

const root = fileURLToPath(new URL("../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: "string", multiple: true, default: [] } },
});
const tree = positionals[0] ?? join(root, "fixtures/sample");
const parts = positionals[0] === undefined ? ["os-vif", "nova"] : ["."];
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "osfix-package-")));

try {
  const tarball = packTarball();
  const command = installEverywhere(tarball);
  checkTypes(command);
  checkBackends(command);
  console.log("the package works");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function packTarball() {
  const out = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", scratch], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const name = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
  assert.ok(name, `npm pack made no tarball: ${out}`);
  const { size } = statSync(join(scratch, name));
  assert.ok(size < LARGEST_TARBALL, `${name} has ${size} bytes`);
  console.log(`${name}: ${size} bytes`);
  return join(scratch, name);
}

/** Installs the tarball in every way; gives the path of an installed command. */
function installEverywhere(tarball) {
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const npx = emptyFolder("npx");
  cpSync(tarball, join(npx, basename(tarball)));
  const shown = closed("npx", ["--yes", `./${basename(tarball)}`, "--version"], npx);
  assert.equal(shown.trim().split(" ").at(-1), version);
  console.log("npx without a registry, a compiler or a shell's usual tools: works");
  const commands = [[], ["--ignore-scripts"]].map((flags) => {
    const folder = emptyFolder(`install${flags.join("")}`);
    closed("npm", ["install", "--no-audit", ...flags, tarball], folder);
    const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    assert.deepEqual(installed, ["osfix"]);
    const { scripts } = JSON.parse(readFileSync(join(folder, "node_modules/osfix/package.json"), "utf8"));
    for (const name of ["preinstall", "install", "postinstall"]) assert.equal(scripts[name], undefined);
    console.log(`npm install ${flags.join(" ")}: works, one package`);
    return join(folder, "node_modules/osfix/dist/osfix.cjs");
  });
  return commands[0];
}

/** What the package exports has its types, whatever the build leaves out of them. */
function checkTypes(command) {
  const folder = join(dirname(command), "../../..");
  writeFileSync(
    join(folder, "use.mts"),
    `import { loadSeries, type RunOutcome, type RunRequest, run, type Series, type TreePlan, UserError } from "osfix";
export const profiles: Series["profiles"] = loadSeries("").profiles;
export const plans: readonly TreePlan[] = [];
export const outcome: (request: RunRequest) => RunOutcome | Promise<RunOutcome> = run;
export const error: Error = new UserError("");
// @ts-expect-error a number is no folder
loadSeries(1);
`,
  );
  const flags = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "use.mts",
  ];
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), ...flags],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  assert.equal(status, 0, stdout);
  console.log("the types of what the package exports: complete");
}

/** The trees that `apply` leaves are the same whichever binding reads them, and a broken addon is no hindrance. */
function checkBackends(command) {
  const wanted = applied(command, process.execPath, { OSFIX_PARSER: "native" });
  assert.deepEqual(applied(command, process.execPath, {}), wanted);
  assert.deepEqual(applied(command, process.execPath, { OSFIX_PARSER: "wasm" }), wanted);
  console.log(`apply with the native addon and with WebAssembly: the same ${wanted.length} files`);
  const addons = join(dirname(command), "vendor/tree-sitter/prebuilds");
  for (const addon of readdirSync(addons, { recursive: true }).filter((file) => file.endsWith(".node"))) {
    writeFileSync(join(addons, addon), "no addon");
  }
  const forced = run(command, process.execPath, copyOfTree(), { OSFIX_PARSER: "native" });
  assert.notEqual(forced.status, 0, "a broken addon that was asked for by name must be an error");
  assert.deepEqual(applied(command, process.execPath, {}), wanted);
  rmSync(addons, { recursive: true });
  assert.deepEqual(applied(command, process.execPath, {}), wanted);
  console.log("apply with a broken addon and with none: the same files");
  const said = checked(command, process.execPath);
  for (const node of values.node) {
    assert.deepEqual(applied(command, node, {}), wanted);
    assert.deepEqual(checked(command, node), said);
    console.log(`apply and check under ${node}: the same files and the same words`);
  }
}

/** All that `osfix check` says of modules that are many enough to be parsed on other threads. */
function checked(command, node) {
  const folder = emptyFolder("modules");
  for (let number = 0; number < 100; number++)
    writeFileSync(join(folder, `row${number}.py`), `def row${number}(seeds):\n    return sedes[${number}]\n`);
  const { status, stdout, stderr } = spawnSync(node, [command, "check", "--no-cache", "."], {
    cwd: folder,
    encoding: "utf8",
    env: closedEnv(),
  });
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^100 findings [^\n]*\n$/);
  return { stdout, stderr };
}

/** Path and text of every file after `osfix apply`. */
function applied(command, node, env) {
  const copy = copyOfTree();
  const before = filesOf(copy);
  const { status, stderr } = run(command, node, copy, env);
  assert.equal(status, 0, stderr);
  const after = filesOf(copy);
  assert.notDeepEqual(after, before, "apply changed nothing");
  return after;
}

function copyOfTree() {
  const copy = join(emptyFolder("tree"), basename(tree));
  cpSync(tree, copy, { recursive: true, filter: (path) => basename(path) !== ".git" });
  return copy;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "latin1")]);
}

function run(command, node, copy, env) {
  const paths = parts.map((part) => join(copy, part));
  return spawnSync(node, [command, "apply", ...paths], { encoding: "utf8", env: { ...closedEnv(), ...env } });
}

function closed(program, args, cwd) {
  return execFileSync(program, args, {
    cwd,
    encoding: "utf8",
    env: closedEnv(),
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** No network for npm, no settings of this user, and a PATH of four programs. */
function closedEnv() {
  const bin = join(scratch, "bin");
  if (!existsSync(bin)) {
    mkdirSync(bin);
    for (const name of ["node", "npm", "npx", "sh", "env", "git"]) {
      const found = process.env.PATH.split(delimiter)
        .map((folder) => join(folder, name))
        .find(existsSync);
      if (found) symlinkSync(realpathSync(found), join(bin, name));
    }
  }
  return { PATH: bin, HOME: join(scratch, "home"), npm_config_registry: "http://127.0.0.1:9/" };
}

function emptyFolder(name) {
  return mkdtempSync(join(scratch, `${name}-`));
}
