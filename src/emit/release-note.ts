import { createHash } from "node:crypto";
import { formatBody } from "./message.ts";
import { type OutputFile, textFile } from "./output-files.ts";
import { slugOf } from "./patch-names.ts";
import type { TreePatches } from "./series-formats.ts";

/**
 * A release note for reno, `releasenotes/notes/SLUG-ID.yaml`; undefined for a tree without patches. The id is made of
 * the patches' digests, where reno draws a random one.
 */
export function releaseNote(series: string, tree: TreePatches): OutputFile | undefined {
  if (tree.patches.length === 0) return undefined;
  const digests = tree.patches.map(({ origin }) => origin.digest).join("\n");
  const id = createHash("sha256").update(digests).digest("hex").slice(0, 16);
  const items = tree.patches.map(({ origin }) =>
    item(origin.header.effect ?? origin.header.subject, origin.header.bugs),
  );
  return textFile(`releasenotes/notes/${slugOf(series)}-${id}.yaml`, `---\nfixes:\n${items.join("")}`);
}

function item(sentence: string, bugs: readonly string[]): string {
  const links = bugs.map((bug) =>
    `\`Bug ${/(\d+)$/.exec(bug)?.[1] ?? ""} <${bug}>\`_`.replace("Bug  ", "Bug "),
  );
  const text = [sentence.replace(/([^.])$/, "$1."), ...links].join(" ");
  return `  - |\n${formatBody(text)
    .split("\n")
    .map((line) => `    ${line}\n`)
    .join("")}`;
}
