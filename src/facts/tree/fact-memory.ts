/** What was worked out of a tree, each once. */
export class FactMemory {
  private readonly known = new Map<string, unknown>();
  private readonly knownOf = new Map<object, Map<string, unknown>>();
  private readonly latestOf = new Map<string, { readonly about: object; readonly value: unknown }>();
  private readonly lasting = new Map<string, unknown>();

  /** Something about the whole tree; `key` names it, the rule's or analysis' own. */
  once<T>(key: string, compute: () => T): T {
    return remembered(this.known, key, compute);
  }

  /** Something about a module, class or function: a look-up by what it is about costs less than by a long name. */
  onceFor<T>(about: object, key: string, compute: () => T): T {
    let known = this.knownOf.get(about);
    if (!known) {
      known = new Map();
      this.knownOf.set(about, known);
    }
    return remembered(known, key, compute);
  }

  /** As `onceFor`, for what is much and asked for of one module after the other: only the last one's is kept. */
  latest<T>(about: object, key: string, compute: () => T): T {
    const held = this.latestOf.get(key);
    if (held?.about === about) return held.value as T;
    const value = compute();
    this.latestOf.set(key, { about, value });
    return value;
  }

  /** What is read from texts alone and holds no facts or nodes: it outlives `forget`. */
  onceOfTexts<T>(key: string, compute: () => T): T {
    return remembered(this.lasting, key, compute);
  }

  forget(): void {
    this.known.clear();
    this.knownOf.clear();
    this.latestOf.clear();
  }
}

/** What a map holds for a key; worked out and put there where it holds nothing. */
export function remembered<T>(known: Map<string, unknown>, key: string, compute: () => T): T {
  const held = known.get(key);
  if (held !== undefined || known.has(key)) return held as T;
  const made = compute();
  known.set(key, made);
  return made;
}
