import type { BindingCursor } from "./binding.ts";
import { MISSING, type PackedNodes, roomFor, written } from "./packed.ts";
import type { Kind, Vocabulary } from "./vocabulary.ts";

/**
 * Reads all that is below the cursor, which stands on the root.
 *
 * Every question to the binding's cursor costs more than all else here, so none is asked whose answer is known:
 * `isSound` says that the tree has neither ERROR nor MISSING nodes, so that tokens are as long as the grammar says.
 */
export function packFromCursor(
  cursor: BindingCursor,
  text: string,
  vocabulary: Vocabulary,
  isSound: boolean,
): PackedNodes {
  let count = 0;
  let parent = 0;
  for (;;) {
    const { starts, ends, parents, nexts, kinds, fields } = roomFor(count);
    const kind = vocabulary.kindAt(cursor);
    const start = cursor.startIndex;
    const end = (isSound ? tokenEnd(kind, text, start) : undefined) ?? cursor.endIndex;
    const at = count++;
    starts[at] = start;
    ends[at] = end;
    parents[at] = parent;
    kinds[at] = kind.id;
    const isMissing = !isSound && start === end && cursor.nodeIsMissing;
    fields[at] = (kind.hasNoField ? 0 : (cursor.currentFieldId ?? 0)) | (isMissing ? MISSING : 0);
    if (!kind.isLeaf && cursor.gotoFirstChild()) {
      parent = at;
      continue;
    }
    nexts[at] = count;
    if (at === 0) return written(count);
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      nexts[parent] = count;
      if (parent === 0) return written(count);
      parent = parents[parent] ?? 0;
    }
  }
}

/** Where a token ends whose length its kind or its letters tell; undefined when the binding must say. */
function tokenEnd(kind: Kind, text: string, start: number): number | undefined {
  if (kind.length > 0) return start + kind.length;
  if (!kind.isWord) return undefined;
  let end = start;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code > 127) return undefined;
    const isWord =
      (code >= 97 && code <= 122) || code === 95 || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord) return end;
  }
}
