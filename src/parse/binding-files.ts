import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of copies beside the bundled command; defined by scripts/bundle.js, absent when run from sources. */
declare const OSFIX_VENDOR: string | undefined;

const require = createRequire(import.meta.url);

/** Absolute path of a file of one of the tree-sitter packages, such as `tree-sitter-python.wasm`. */
export function bindingFile(packageName: string, file: string): string {
  if (typeof OSFIX_VENDOR === "string") {
    return join(dirname(fileURLToPath(import.meta.url)), OSFIX_VENDOR, packageName, file);
  }
  return require.resolve(`${packageName}/${file}`);
}

/**
 * Loads a prebuilt addon by its path.
 *
 * Not through the package's own index.js: that looks through several folders first and writes a class for every
 * kind of node, which takes longer than parsing a file of 190 KB.
 *
 * @throws whatever the loader says when the file is missing or does not fit this machine.
 */
export function requireAddon(packageName: string): unknown {
  return require(
    bindingFile(packageName, `prebuilds/${process.platform}-${process.arch}/${packageName}.node`),
  );
}
