// The writers of osfix and their recovery, as this test calls them: in this process, with a fault before one of their calls.
import fs from "node:fs";
import path from "node:path";
import { plan } from "./faults.js";
import { NEW_OUTPUT, stateOf, TREES, writesFor } from "./trees.js";

/** The writer and the recovery, bundled by the first process. */
export const WRITER = new URL("../../.cache/bundles/kill-test.js", import.meta.url).href;

/** The writer's or the recovery's own answer. */
export async function perform(task, base, fault, at, mark = "") {
  const { recoverTree, writeTrees } = await import(WRITER);
  Object.assign(plan, { fault, at, calls: 0, hit: "" });
  try {
    if (task === "write") return await writeTrees(writesFor(base, mark));
    if (task === "emit") return { kind: "emitted", ...emitTo(await import(WRITER), base, NEW_OUTPUT) };
    return { kind: TREES.map((name) => recoverTree(path.join(base, name)).kind).join(" ") };
  } catch (error) {
    return { kind: `crashed: ${error instanceof Error ? error.stack : error}` };
  } finally {
    plan.at = 0;
  }
}

export function emitTo({ writeOwnedDirectory }, base, files) {
  const given = Object.entries(files).map(([name, text]) => ({ path: name, bytes: Buffer.from(text) }));
  return writeOwnedDirectory(path.join(base, "out"), given);
}

/** Recovers, and says what the trees are then, or what is wrong. */
export async function recovered(base) {
  const { kind } = await perform("recover", base, "", 0);
  if (/^((clean|finished|undone) ?){2}$/.test(kind)) return stateOf(base);
  // A lock that could not be given back is this process's own, which lives on; a user's would be dead by now.
  if (!kind.includes("stuck") || !buryOwners(base)) return `the recovery says ${kind}`;
  return recovered(base);
}

function buryOwners(base) {
  const owners = TREES.map((name) => path.join(base, name, ".osfix-transaction", "owner-1"));
  const alive = owners.filter(
    (file) => fs.existsSync(path.dirname(file)) && readLink(file).startsWith(`${process.pid}:`),
  );
  for (const file of alive) {
    const owner = readLink(file).replace(/^\d+:\d*/, "999999999:1");
    fs.rmSync(file);
    fs.symlinkSync(owner, file);
  }
  return alive.length > 0;
}

function readLink(file) {
  try {
    return fs.readlinkSync(file);
  } catch {
    return "";
  }
}
