// Writes libraries/options/: the names of options and groups that services have had, a file each.
//
//   node scripts/service-options.js GIT_DIR…
//
// GIT_DIR is a bare repository (neutron.git); all of SERVICES are needed. Every tag, every branch and one commit a week
// of the main branch are read, each text once.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The services in whose processes other projects' code runs, and what is often put into them. */
const SERVICES = (
  "nova octavia neutron neutron-lbaas neutron-fwaas neutron-vpnaas neutron-dynamic-routing networking-bgpvpn " +
  "networking-l2gw networking-sfc"
).split(" ");

const NAMES = [
  /\b\w*Opt\w*\(\s*(?:#.*\s*)*(?:name\s*=\s*)?['"]([\w.:-]+)['"]/g,
  /\bdest\s*=\s*['"](\w+)['"]/g,
  /\bgroup\s*=\s*['"]([\w.:-]+)['"]/g,
  /\bregister_(?:cli_)?opts?\([^()]*,\s*['"]([\w.:-]+)['"]/g,
  /^\w*(?:GROUP|SECTION)\w* = ['"]([\w.:-]+)['"]/gm,
];

const folder = new URL("../libraries/options/", import.meta.url);
const ofNeutron = new Set();
for (const service of SERVICES) {
  const gitDir = process.argv.slice(2).find((one) => path.basename(one, ".git") === service);
  if (gitDir === undefined) throw new Error(`no repository of ${service}`);
  // what was a part of neutron once has its options too
  const names = [...namesIn(gitDir)].filter((name) => !ofNeutron.has(name)).sort();
  if (service === "neutron") for (const name of names) ofNeutron.add(name);
  console.error(`${service}: ${names.length} names`);
  fs.writeFileSync(new URL(`${service.replaceAll("-", "_")}.txt`, folder), `${names.join("\n")}\n`);
}

function namesIn(gitDir) {
  const git = (args, input) =>
    execFileSync("git", [`--git-dir=${gitDir}`, ...args], { encoding: "utf8", input, maxBuffer: 2 ** 30 });
  const found = new Set();
  for (const text of textsOf(git, [...blobsOf(git)]))
    for (const pattern of text.includes("Opt") || text.includes("register_") ? NAMES : [])
      for (const [, name] of text.matchAll(pattern)) found.add(name.replaceAll("-", "_"));
  return found;
}

function blobsOf(git) {
  const blobs = new Set();
  for (const revision of revisionsOf(git))
    for (const line of git(["ls-tree", "-r", revision]).split("\n")) {
      const [, blob, file] = /^\d+ blob (\w+)\t(.*\.py)$/.exec(line) ?? [];
      if (blob !== undefined && !/(^|\/)tests?\//.test(file)) blobs.add(blob);
    }
  return blobs;
}

function revisionsOf(git) {
  const weeks = new Map();
  for (const line of git(["log", "--first-parent", "--format=%H %cd", "--date=format:%G-%V"]).split("\n")) {
    const [commit, week] = line.split(" ");
    if (commit !== "") weeks.set(week, commit);
  }
  const named = git(["for-each-ref", "--format=%(objectname)", "refs/tags", "refs/heads", "refs/remotes"]);
  return new Set([...named.trim().split("\n"), ...weeks.values()]);
}

/** The texts of blobs, a thousand at a time. */
function* textsOf(git, blobs) {
  for (let from = 0; from < blobs.length; from += 1000)
    yield git(["cat-file", "--batch"], `${blobs.slice(from, from + 1000).join("\n")}\n`);
}
