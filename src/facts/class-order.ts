import type { PlacedClass, ProjectFacts } from "./project.ts";

/** A class and its known ancestors in method resolution order. */
export interface ClassOrder {
  /** The class itself first. */
  readonly classes: readonly PlacedClass[];
  /** Whether every ancestor is known (`object` and `Exception` families of the language aside). */
  readonly complete: boolean;
}

const BUILTIN_BASES = new Set(["object", "ABC", "abc.ABC", "Exception", "BaseException"]);

/** The order of classes.python.org's C3; where C3 has none (broken or partly known trees), depth first. */
export function ancestorsOf(project: ProjectFacts, placed: PlacedClass): ClassOrder {
  return linearize(project, placed, new Set());
}

function linearize(project: ProjectFacts, placed: PlacedClass, open: Set<number | string>): ClassOrder {
  const key = `${placed.module.path}:${placed.class.node.start}`;
  if (open.has(key)) return { classes: [placed], complete: false };
  open.add(key);
  let complete = true;
  const parents: ClassOrder[] = [];
  for (const base of placed.class.bases) {
    const outside = placed.class.scope.parent ?? placed.module.scope;
    const meaning = project.meaningOf(placed.module, base.type === "call" ? "" : base.text, outside);
    if (meaning.kind === "class") {
      const order = linearize(project, { module: meaning.module, class: meaning.class }, open);
      if (!order.complete) complete = false;
      parents.push(order);
    } else if (!BUILTIN_BASES.has(base.text)) complete = false;
  }
  open.delete(key);
  const rows = [
    ...parents.map((order) => order.classes),
    parents.flatMap((order) => order.classes.slice(0, 1)),
  ];
  return { classes: [placed, ...(merge(rows) ?? depthFirst(rows))], complete };
}

function merge(rows: readonly (readonly PlacedClass[])[]): readonly PlacedClass[] | undefined {
  let left = rows.filter((row) => row.length > 0);
  const order: PlacedClass[] = [];
  while (left.length > 0) {
    const next = left
      .map((row) => row[0])
      .find((head) => head && !left.some((row) => row.slice(1).some((c) => c.class === head.class)));
    if (!next) return undefined;
    order.push(next);
    left = left.map((row) => row.filter((c) => c.class !== next.class)).filter((row) => row.length > 0);
  }
  return order;
}

function depthFirst(rows: readonly (readonly PlacedClass[])[]): readonly PlacedClass[] {
  const order: PlacedClass[] = [];
  for (const placed of rows.flat()) if (!order.some((c) => c.class === placed.class)) order.push(placed);
  return order;
}
