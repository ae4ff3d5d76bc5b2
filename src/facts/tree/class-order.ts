import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts } from "../module/definitions.ts";
import { dottedName } from "../module/syntax.ts";
import type { Meaning } from "./meanings.ts";
import type { PlacedClass, ProjectFacts } from "./project.ts";

/** A class and its known ancestors in method resolution order. */
export interface ClassOrder {
  /** The class itself first. */
  readonly classes: readonly PlacedClass[];
  /** Whether every ancestor is known (`object` and `Exception` families of the language aside). */
  readonly complete: boolean;
}

const BUILTIN_BASES = new Set(["object", "ABC", "abc.ABC", "Exception", "BaseException"]);

/** More than any class that a person wrote has; beyond, the ancestors count as unknown. */
const MOST_ANCESTORS = 200;
/** Classes looked at for one answer where some inherit from themselves, so that no answer can be kept. */
const MOST_VISITS = 1_000;

/** The order of classes.python.org's C3; where C3 has none (broken or partly known trees), depth first. */
export function ancestorsOf(project: ProjectFacts, placed: PlacedClass): ClassOrder {
  return project.once("class orders", () => new Linearization(project)).orderOf(placed);
}

/** What one of the class' bases stands for where the class is defined; a base that a call makes is nothing certain. */
export function baseMeaning(
  project: ProjectFacts,
  { module, class: facts }: PlacedClass,
  base: SyntaxNode,
): Meaning {
  const name = dottedName(base);
  if (name === undefined) return { kind: "unknown" };
  return project.meaningOf(module, name, facts.scope.parent ?? module.scope);
}

/** Whether a class is another one, or derives from it for all that is known. */
export function descendsFrom(project: ProjectFacts, placed: PlacedClass, above: ClassFacts): boolean {
  return project.classOrder(placed).classes.some(({ class: facts }) => facts === above);
}

/** Whether a class, or one above it, has a base from outside of the tree whose dotted name is such. */
export function hasBaseOutside(project: ProjectFacts, placed: PlacedClass, named: RegExp): boolean {
  return project.classOrder(placed).classes.some((known) =>
    known.class.bases.some((base) => {
      const meaning = baseMeaning(project, known, base);
      return meaning.kind === "external" && named.test(meaning.name);
    }),
  );
}

/** An order, and whether it would be another one if the search had begun elsewhere. */
interface Linearized {
  readonly order: ClassOrder;
  readonly cut: boolean;
}

/** The search through the ancestors of classes; each class is worked out once, however many ways lead to it. */
class Linearization {
  private readonly project: ProjectFacts;
  private readonly known = new Map<string, ClassOrder>();
  private readonly open = new Set<string>();
  private visits = 0;

  constructor(project: ProjectFacts) {
    this.project = project;
  }

  /** Also asked in the middle of a search: what the base `A.B` stands for depends on the order of `A`. */
  orderOf(placed: PlacedClass): ClassOrder {
    if (this.open.size === 0) this.visits = 0;
    return this.of(placed).order;
  }

  private of(placed: PlacedClass): Linearized {
    const key = `${placed.module.path}:${placed.class.node.start}`;
    const held = this.known.get(key);
    if (held) return { order: held, cut: false };
    if (this.open.has(key) || ++this.visits > MOST_VISITS) return { order: alone(placed), cut: true };
    this.open.add(key);
    try {
      const found = this.workOut(placed);
      if (!found.cut) this.known.set(key, found.order);
      return found;
    } finally {
      this.open.delete(key);
    }
  }

  private workOut(placed: PlacedClass): Linearized {
    let [complete, cut] = [true, false];
    const parents: (readonly PlacedClass[])[] = [];
    for (const base of placed.class.bases) {
      const meaning = baseMeaning(this.project, placed, base);
      if (meaning.kind === "class") {
        const { order, cut: isCut } = this.of({ module: meaning.module, class: meaning.class });
        complete &&= order.complete;
        cut ||= isCut;
        parents.push(order.classes);
      } else if (!BUILTIN_BASES.has(dottedName(base) ?? "")) complete = false;
    }
    if (parents.flat().length > MOST_ANCESTORS) return { order: alone(placed), cut };
    const rows = [...parents, parents.flatMap((classes) => classes.slice(0, 1))];
    const above = (merge(rows) ?? depthFirst(rows)).filter((one) => one.class !== placed.class);
    return { order: { classes: [placed, ...above], complete }, cut };
  }
}

function alone(placed: PlacedClass): ClassOrder {
  return { classes: [placed], complete: false };
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
