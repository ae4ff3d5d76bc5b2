import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { shadowingClause } from "../names/shadowed.ts";
import type { Callee, PlacedClass, ProjectFacts } from "../tree/project.ts";
import { classCaught } from "./caught-instances.ts";
import { type ClassSearch, MAX_DEPTH } from "./class-search.ts";
import { isOptional } from "./handed-instances.ts";
import { classOfItem } from "./item-instances.ts";
import { classGoneThrough } from "./iterated-instances.ts";
import { classOfCall } from "./made-instances.ts";
import { classOfAttribute } from "./member-instances.ts";
import { classOfName } from "./named-instances.ts";
import { oneClass } from "./one-class.ts";
import { findCalleeOfCall } from "./value-callees.ts";

/**
 * The class that an expression's value is certainly an instance of, as far as assignments in the tree say.
 *
 * Every assignment of the name or attribute must agree; `None` stands in for "not yet" and is passed over.
 */
export function classOfValue(
  project: ProjectFacts,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  return searchIn(project).classOf(module, node);
}

/** The function that a call runs: as `ProjectFacts.callee`, and methods of values whose class is certain. */
export function calleeOfCall(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
): Callee | undefined {
  return searchIn(project).calleeOf(module, callee);
}

function searchIn(project: ProjectFacts): ClassSearch {
  return project.once("search for classes", () => new ValueSearch(project, 0));
}

class ValueSearch implements ClassSearch {
  readonly project: ProjectFacts;
  readonly depth: number;
  private following: ValueSearch | undefined;

  constructor(project: ProjectFacts, depth: number) {
    this.project = project;
    this.depth = depth;
  }

  get next(): ValueSearch {
    this.following ??= new ValueSearch(this.project, this.depth + 1);
    return this.following;
  }

  classOf(module: ModuleFacts, node: SyntaxNode): PlacedClass | undefined {
    if (this.depth > MAX_DEPTH) return undefined;
    return this.held(module, "classes of values", node, () => classOfExpression(this, module, node));
  }

  classOfAll(module: ModuleFacts, values: readonly SyntaxNode[]): PlacedClass | undefined {
    return oneClass(values, (value) => this.next.classOf(module, value));
  }

  calleeOf(module: ModuleFacts, callee: SyntaxNode): Callee | undefined {
    return this.held(module, "callees", callee, () => findCalleeOfCall(this, module, callee));
  }

  onceWhenWhole<T>(about: ClassFacts | FunctionFacts, key: string, compute: () => T): T {
    return this.depth > MAX_DEPTH / 2 ? compute() : this.project.onceFor(about, key, compute);
  }

  /** What is asked for itself is kept for a while: several rules ask for the values of one module after the other. */
  private held<T>(module: ModuleFacts, key: string, { start, end }: SyntaxNode, find: () => T): T {
    if (this.depth > 0) return find();
    const known = this.project.latest(module, key, () => new Map<number, T>());
    const place = start * LONGER_THAN_TEXTS + (end - start);
    const held = known.get(place);
    if (held !== undefined || known.has(place)) return held as T;
    const found = find();
    known.set(place, found);
    return found;
  }
}

/** So that one number says where a node is. */
const LONGER_THAN_TEXTS = 2 ** 26;

function classOfExpression(
  search: ClassSearch,
  module: ModuleFacts,
  node: SyntaxNode,
): PlacedClass | undefined {
  switch (node.type) {
    case "parenthesized_expression": {
      const inner = node.namedChildren[0];
      return inner && search.next.classOf(module, inner);
    }
    case "call":
      return classOfCall(search, module, node);
    case "identifier": {
      const clause = shadowingClause(node, node.text);
      if (clause?.type === "for_in_clause") return classGoneThrough(search, module, clause, node.text);
      return (
        classCaught(search.project, module, node) ??
        classOfName(search, module, node.text, module.scopeAt(node))
      );
    }
    case "attribute":
      return classOfAttribute(search, module, node);
    case "subscript":
      return classOfItem(search, module, node);
    case "boolean_operator":
      // what `and` gives may be its first part
      return node.field("operator")?.type === "or"
        ? classOfChoice(search, module, node.namedChildren)
        : undefined;
    case "conditional_expression": {
      const [first, , last] = node.namedChildren;
      return classOfChoice(
        search,
        module,
        [first, last].filter((choice) => choice !== undefined),
      );
    }
    default:
      return undefined;
  }
}

/** `None or Door()`, `door or Door()` where the door is None unless somebody says more. */
function classOfChoice(
  search: ClassSearch,
  module: ModuleFacts,
  choices: readonly SyntaxNode[],
): PlacedClass | undefined {
  const given = choices.filter(({ type }) => type !== "none");
  const made = given.filter((one) => !isOptional(module, one) || search.next.classOf(module, one));
  return search.classOfAll(module, made.length > 0 ? made : given);
}
