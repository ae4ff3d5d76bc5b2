#!/usr/bin/env node
import { runCli } from "./cli.ts";

// A reader that goes away early (`osfix status | head`) is no fault of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
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
  process.exitCode = exitStatus;
});
