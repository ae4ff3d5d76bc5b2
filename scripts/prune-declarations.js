// Removes from dist/ the declarations that an import of the package does not lead to: tsc writes one for every module, and
// what the package exports needs a few.
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const reached = new Set();
reach(join(dist, "src/index.d.ts"));
prune(dist);

function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, module] of readFileSync(file, "utf8").matchAll(/(?:\bfrom |\bimport\()"(\.[^"]+)\.ts"/g))
    reach(`${resolve(dirname(file), module)}.d.ts`);
}

/** Removes what is not reached below a folder, and the folder where nothing is left of it. */
function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path);
    else if (path.endsWith(".d.ts") && !reached.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
