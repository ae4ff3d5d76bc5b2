// Bundles one module of src/ or test/ with what it imports, so that plain Node can run it: nothing in dist/ is needed.
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Bundles modules (from the checkout's root) into .cache/bundles/NAME.js, which exports what they export; its URL. The folder is as deep
 * as dist/src, so that libraries/ and rules/ are found from there.
 */
export async function bundleSources(modules, name, plugins = []) {
  const file = `${root}.cache/bundles/${name}.js`;
  const entry = {
    name: "entry",
    resolveId: (id) => (id === "entry" ? id : null),
    load: (id) =>
      id === "entry" ? modules.map((one) => `export * from ${JSON.stringify(root + one)};`).join("\n") : null,
  };
  const bundle = await rolldown({
    cwd: root,
    input: "entry",
    platform: "node",
    external: [/^web-tree-sitter$/],
    plugins: [entry, ...plugins],
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  return pathToFileURL(file).href;
}
