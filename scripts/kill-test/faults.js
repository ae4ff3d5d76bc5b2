// Faults before the calls of the file system that the writer makes.
import fs from "node:fs";

const SYNC_CALLS = [
  "writeFileSync",
  "linkSync",
  "symlinkSync",
  "renameSync",
  "unlinkSync",
  "mkdirSync",
  "rmdirSync",
  "rmSync",
];
const READ_CALLS = ["lstatSync", "readFileSync", "readdirSync"];

/** What is to happen before which call of the file system; nothing when `at` is 0. */
export const plan = { fault: "", at: 0, calls: 0, hit: "" };

/** Puts the planned fault before the calls that the writer makes. */
export function watchCalls() {
  const strike = (name) => {
    plan.calls++;
    if (plan.calls !== plan.at) return;
    plan.hit = name;
    if (plan.fault === "kill") process.kill(process.pid, "SIGKILL");
    throw Object.assign(new Error(`${plan.fault}: injected into ${name}`), { code: plan.fault });
  };
  const wrap = (holder, name) => {
    const real = holder[name].bind(holder);
    holder[name] = (...args) => {
      strike(name);
      return real(...args);
    };
  };
  for (const name of [...SYNC_CALLS, ...READ_CALLS]) wrap(fs, name);
  const open = fs.promises.open;
  fs.promises.open = async (...args) => {
    strike("open");
    const handle = await open.apply(fs.promises, args);
    for (const name of ["writeFile", "sync", "chmod"]) {
      const real = handle[name].bind(handle);
      handle[name] = async (...more) => {
        strike(name);
        return real(...more);
      };
    }
    return handle;
  };
}
