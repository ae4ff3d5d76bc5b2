import type { SyntaxNode } from "../../parse/tree.ts";
import { addTo } from "../../text/multimap.ts";
import type { ModuleFacts } from "../module/module.ts";
import { stringValue } from "../module/syntax.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";
import { pathsWithWord } from "../tree/word-index.ts";
import type { ClassSearch } from "./class-search.ts";
import { oneClass } from "./one-class.ts";

interface PutItem {
  readonly module: ModuleFacts;
  readonly value: SyntaxNode;
}

/**
 * The class of `req.environ['shop.context']`: that of all that the tree puts there under the key, where it can be told. What a
 * middleware for tests is given to put there goes by the key's last word, and is passed over.
 */
export function classOfEnvironItem(search: ClassSearch, node: SyntaxNode): PlacedClass | undefined {
  const key = environKey(node);
  if (key === undefined) return undefined;
  const put = itemsPut(search.project).get(key) ?? [];
  const word = key.split(".").at(-1);
  return oneClass(
    put.filter(({ value }) => value.text !== `self.${word}`),
    ({ module, value }) => search.next.classOf(module, value),
  );
}

/** The key of `environ['shop.context']` and `req.environ['shop.context']`. */
function environKey(node: SyntaxNode): string | undefined {
  if (node.type !== "subscript" || !/(^|\.)environ$/.test(node.field("value")?.text ?? "")) return undefined;
  return stringValue(node.field("subscript"));
}

/** What the tree puts into any `environ`, by its keys. */
function itemsPut(project: ProjectFacts): ReadonlyMap<string, readonly PutItem[]> {
  return project.once("items of environ", () => {
    const put = new Map<string, PutItem[]>();
    for (const path of pathsWithWord(project, "environ")) {
      if (!PUTS.test(project.text(path) ?? "")) continue;
      const module = project.module(path);
      for (const node of module?.tree.ofType("assignment") ?? []) {
        const left = node.field("left");
        const value = node.field("right");
        const key = left ? environKey(left) : undefined;
        if (module && value && key !== undefined) addTo(put, key, { module, value });
      }
    }
    return put;
  });
}

const PUTS = /environ\[['"][\w.]+['"]\] = /;
