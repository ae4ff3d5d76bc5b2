// What scripts/sweep.js asks of a patched tree. Each judge gets the job (root, project, profile, before: bytes by path,
// changed: paths, revisions, options) and gives a sentence for each failure.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const WIDTH = 79;
/** Sources before these releases run on Python 2.7 too. */
const PYTHON3_ONLY = { nova: 21, "os-vif": 2 };
const PARSE = "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name, 'rb').read(), name)";

const isPython = (name) => name.endsWith(".py");

/** Added lines, whatever they mean: their width, blanks at the end, plain ASCII. */
export function judgeText({ root, before, changed }) {
  return changed.flatMap((name) => {
    const old = new Set(before.get(name)?.toString().split("\n"));
    const lines = fs.readFileSync(path.join(root, name), "utf8").split("\n");
    return lines.flatMap((line) => {
      if (old.has(line)) return [];
      if (line.length > WIDTH) return [`${name}: a line of ${line.length} columns: ${line.trim()}`];
      if (/\s$/.test(line)) return [`${name}: blanks at the end: ${line}`];
      return /[^\x20-\x7e]/.test(line) ? [`${name}: not plain ASCII: ${line}`] : [];
    });
  });
}

/** Python 3 parses every changed file, and so does Python 2 where the release runs on it and there is one. */
export function judgeSyntax({ root, project, changed, revisions, options }) {
  const files = changed.filter(isPython).map((name) => path.join(root, name));
  const oldest = Math.min(
    ...revisions.map((revision) => Number.parseInt(revision, 10)).filter((major) => major > 0),
  );
  const python2 = oldest < PYTHON3_ONLY[project] ? options.python2 : undefined;
  return [options.python3, python2].flatMap((python) => {
    if (python === undefined) return [];
    const { status, stderr, error } = spawnSync(python, ["-c", PARSE, ...files], { encoding: "utf8" });
    return status === 0 ? [] : [`${python}: ${error?.message ?? stderr.trim()}`];
  });
}

/** Lines that pycodestyle complains about and that the original does not have, or not with that complaint. */
export function judgeStyle({ root, before, changed, options }, scratch) {
  if (!options.pycodestyle) return [];
  fs.rmSync(scratch, { recursive: true, force: true });
  for (const name of changed) {
    fs.mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
    fs.writeFileSync(path.join(scratch, name), before.get(name) ?? "");
  }
  const modules = changed.filter(isPython);
  const known = new Set(complaints(scratch, modules));
  return complaints(root, modules).filter((complaint) => !known.has(complaint));
}

function complaints(root, changed) {
  const { stdout, error } = spawnSync("pycodestyle", ["--max-line-length=79", ...changed], {
    cwd: root,
    encoding: "utf8",
  });
  if (error) throw error;
  return stdout.split("\n").flatMap((line) => {
    const [, name, row, rest] = /^(.+?):(\d+):\d+: (\w+)/.exec(line) ?? [];
    if (name === undefined) return [];
    const text = fs.readFileSync(path.join(root, name), "utf8").split("\n")[Number(row) - 1];
    return [`${name}: ${rest}: ${text}`];
  });
}

/**
 * Asks a program that executes the patched functions on a simulated host.
 *
 * It is called as `PROGRAM osvif LINUX_NET_PY --expect PROFILE --quiet` or `PROGRAM nova API_PY CONF_PY …`, and prints
 * a line `FAIL NAME …` or `WARN NAME …` for each wish that is not met. nova's hardened profile is asked twice, the
 * second time with a map of physical networks, which is the only way to tell one physical network from another.
 */
export function judgeBehaviour({ root, project, profile, options }) {
  if (options.behaviour === undefined) return { failures: [], warnings: [] };
  const at = (...names) =>
    names.map((name) => path.join(root, name)).find((name) => fs.existsSync(name)) ?? "-";
  const files =
    project === "nova"
      ? ["nova", at("nova/network/neutron.py", "nova/network/neutronv2/api.py"), at("nova/conf/neutron.py")]
      : ["osvif", at("vif_plug_linux_bridge/linux_net.py")];
  const mapped = project === "nova" && profile === "hardened";
  const plain = ask(options, [...files, "--expect", profile]);
  if (!mapped) return plain;
  const withMap = ask(options, [
    ...files,
    "--expect",
    profile,
    "--set",
    "neutron.bridge_interface=provider:bond1",
  ]);
  // A plain name stands for all physical networks: the program says so, and the documentation of the option too.
  const warnings = plain.warnings.filter((name) => name !== "hz.i.other_physnet");
  return { failures: [...plain.failures, ...withMap.failures], warnings: [...warnings, ...withMap.warnings] };
}

function ask({ python3, behaviour }, args) {
  const { status, stdout, stderr } = spawnSync(python3, [behaviour, ...args, "--quiet"], {
    encoding: "utf8",
  });
  const lines = stdout.split("\n");
  const failures = lines.filter((line) => line.startsWith("FAIL"));
  if (status !== 0 && failures.length === 0)
    failures.push(`${behaviour}: exit status ${status}: ${stdout}${stderr}`);
  const warnings = lines
    .filter((line) => line.startsWith("WARN"))
    .map((line) => line.split(/\s+/)[1] ?? line);
  return { failures, warnings };
}
