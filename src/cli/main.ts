#!/usr/bin/env node
import { EXIT } from "../report/exit-status.ts";
import { refusalOf } from "../text/system-error.ts";
import { runCli } from "./cli.ts";

let cutShort = false;

// A reader that goes away early (`osfix status | head`) is no fault of ours; a full disk is none either, but half a
// report must not look like a whole one.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    if (stream === process.stdout && !cutShort)
      process.stderr.write(`error: standard output: it cannot be written (${reason})\n`);
    cutShort = true;
    process.exitCode = EXIT.mend;
  });

// No top-level await: the published command is a script (scripts/bundle-command.js).
void runCli(process.argv.slice(2), {
  out: (data) => {
    if (data.length > 0) process.stdout.write(data);
  },
  err: (text) => {
    if (text !== "") process.stderr.write(text);
  },
  env: process.env,
  cwd: process.cwd(),
  terminal: {
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns,
  },
}).then((exitStatus) => {
  process.exitCode = cutShort ? EXIT.mend : exitStatus;
});
