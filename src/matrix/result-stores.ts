import { createHash } from "node:crypto";
import type { ResultCache } from "../emit/result-cache.ts";

/** Results that are kept together, by key; `grown` since they were read. */
export interface Store {
  readonly entries: Map<string, unknown>;
  grown: boolean;
}

/** The stores of a cache that a call has opened. */
export class ResultStores {
  private readonly cache: ResultCache;
  private readonly opened = new Map<string, Store>();

  constructor(cache: ResultCache) {
    this.cache = cache;
  }

  open(name: string): Store {
    let store = this.opened.get(name);
    if (store === undefined) {
      store = { entries: new Map(this.cache.load(name)), grown: false };
      this.opened.set(name, store);
    }
    return store;
  }

  /** Puts what is new into the cache. */
  save(): void {
    for (const [name, { entries, grown }] of this.opened) if (grown) this.cache.save(name, entries);
  }
}

/** A name made of what a result rests on. */
export function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 40);
}
