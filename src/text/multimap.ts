/** Puts a value behind those that a key has; in constant time, which a new list for each value is not. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

/** The items by what is told of each, in their order; those of which nothing is told are left out. */
export function groupBy<K, V>(
  items: Iterable<V>,
  keyOf: (item: V) => K | undefined,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) addTo(groups, key, item);
  }
  return groups;
}
