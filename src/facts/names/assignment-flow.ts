import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";
import { namesIn, stateAfter } from "./flow-expressions.ts";
import { bindName, type Gap, join, type Slot, Slots, type State } from "./flow-state.ts";
import { canRaise, catchesAll, LEAVING, NO_RETURN } from "./raising.ts";

/** A read of a local name that has a value on no way, or not on every way. */
export interface UnboundRead {
  readonly name: string;
  readonly node: SyntaxNode;
  /** Whether some way to the read binds the name. */
  readonly sometimes: boolean;
  readonly gaps: readonly Gap[];
}

/**
 * Reads of local names that may come before any binding, in text order, each place once.
 *
 * Ways are syntactic: conditions are not evaluated, except `while True`. Nested functions and lambdas are not
 * entered; `locals` are the names that the function itself binds, parameters left out.
 */
export function unboundReadsOf(
  definition: SyntaxNode,
  locals: ReadonlySet<string>,
  neverReturns: (call: SyntaxNode) => boolean = () => false,
): readonly UnboundRead[] {
  const body = definition.field("body");
  if (!body || locals.size === 0) return [];
  const start: Slot = { gaps: [{ kind: "start", at: definition }], sometimes: false };
  const flow = new Flow(locals, neverReturns);
  flow.block(body, new Slots(new Map([...locals].map((name) => [name, start]))));
  return [...flow.found.values()].sort((a, b) => a.node.start - b.node.start);
}

interface Loop {
  readonly breaks: State[];
  readonly continues: State[];
}

class Flow {
  readonly found = new Map<number, UnboundRead>();
  private readonly locals: ReadonlySet<string>;
  private readonly loops: Loop[] = [];
  /** States at which an exception may leave the try bodies that are open. */
  private readonly raising: State[][] = [];
  private isSilent = false;
  /** How many handlers are open: what is written to cope with a failure is taken to fail by its calls only. */
  private handling = 0;

  private readonly neverReturns: (call: SyntaxNode) => boolean;

  constructor(locals: ReadonlySet<string>, neverReturns: (call: SyntaxNode) => boolean) {
    this.locals = locals;
    this.neverReturns = neverReturns;
  }

  block(node: SyntaxNode, state: State): State {
    let now = state;
    for (const statement of node.namedChildren) {
      if (!now) return null;
      now = this.statement(statement, now);
    }
    return now;
  }

  private statement(node: SyntaxNode, state: State): State {
    switch (node.type) {
      case "if_statement":
        return this.branches(node, state);
      case "for_statement":
      case "while_statement":
        return this.loop(node, state);
      case "try_statement":
        return this.attempt(node, state);
      case "with_statement":
        return this.with(node, state);
      case "match_statement":
        return this.match(node, state);
      case "function_definition":
      case "class_definition":
      case "decorated_definition":
        return this.definition(node, state);
      default:
        return this.simple(node, state);
    }
  }

  private simple(node: SyntaxNode, state: State): State {
    this.mayRaise(node, state);
    const after = this.expression(node, state);
    if (this.leaves(node)) {
      if (node.type === "break_statement") this.loops.at(-1)?.breaks.push(after);
      if (node.type === "continue_statement") this.loops.at(-1)?.continues.push(after);
      return null;
    }
    return after;
  }

  private leaves(node: SyntaxNode): boolean {
    if (LEAVING.has(node.type)) return true;
    const call = node.type === "expression_statement" ? node.namedChildren[0] : undefined;
    if (call?.type !== "call") return false;
    return NO_RETURN.test(call.field("function")?.text ?? "") || this.neverReturns(call);
  }

  private mayRaise(node: SyntaxNode, state: State): void {
    if (canRaise(node, this.handling > 0)) this.raising.at(-1)?.push(state);
  }

  private definition(node: SyntaxNode, state: State): State {
    const inner = node.type === "decorated_definition" ? (node.field("definition") ?? node) : node;
    const name = inner.field("name")?.text;
    return name && this.locals.has(name) ? bindName(state, name) : state;
  }

  private expression(node: SyntaxNode, state: State): State {
    return stateAfter(node, state, (name, now) => this.load(name, now));
  }

  private load(node: SyntaxNode, state: State): void {
    const slot = state?.get(node.text);
    if (this.isSilent || !slot || slot.gaps.length === 0) return;
    const held = this.found.get(node.start);
    const gaps = held ? [...new Set([...held.gaps, ...slot.gaps])] : slot.gaps;
    const sometimes = slot.sometimes || held?.sometimes === true;
    this.found.set(node.start, { name: node.text, node, sometimes, gaps });
  }

  private branches(node: SyntaxNode, state: State): State {
    const condition = node.field("condition");
    this.mayRaise(node, state);
    let otherwise = condition ? this.expression(condition, state) : state;
    const ends: State[] = [];
    const consequence = node.field("consequence");
    ends.push(consequence ? this.block(consequence, otherwise) : otherwise);
    let hasElse = false;
    for (const clause of node.namedChildren) {
      if (clause.type === "elif_clause") {
        const test = clause.field("condition");
        if (test) otherwise = this.expression(test, otherwise);
        const then = clause.field("consequence");
        ends.push(then ? this.block(then, otherwise) : otherwise);
      } else if (clause.type === "else_clause") {
        hasElse = true;
        const body = clause.field("body");
        ends.push(body ? this.block(body, otherwise) : otherwise);
      }
    }
    if (!hasElse) ends.push(otherwise);
    return join(ends, { kind: "if", at: node });
  }

  private loop(node: SyntaxNode, state: State): State {
    const isFor = node.type === "for_statement";
    const head = node.field(isFor ? "right" : "condition");
    this.mayRaise(node, state);
    const before = head ? this.expression(head, state) : state;
    const isEndless = !isFor && head !== null && /^(True|1)$/.test(head.text);
    const left = isFor ? node.field("left") : null;
    const body = node.field("body");
    const pass = (start: State): { readonly end: State; readonly loop: Loop } => {
      const loop: Loop = { breaks: [], continues: [] };
      this.loops.push(loop);
      const entry = left ? namesIn(left).reduce(bindName, start) : start;
      const end = body ? this.block(body, entry) : entry;
      this.loops.pop();
      return { end, loop };
    };
    // what a later round binds an earlier one may lack: the first pass only learns what comes round again
    const held = this.isSilent;
    this.isSilent = true;
    const first = pass(before);
    this.isSilent = held;
    const round = join([before, first.end, ...first.loop.continues], { kind: "loop", at: node });
    const { end, loop } = pass(round);
    const gap: Gap = { kind: "loop", at: node };
    const alternative = node.field("alternative");
    const falls = isEndless ? null : join([before, end, ...loop.continues], gap);
    const elseBody = alternative?.field("body");
    const normal = elseBody ? this.block(elseBody, falls) : falls;
    return join([normal, ...loop.breaks], gap);
  }

  private attempt(node: SyntaxNode, state: State): State {
    const reached: SyntaxNode[] = [];
    const gap: Gap = { kind: "try", at: node, handlers: reached };
    const body = node.field("body");
    const raised: State[] = [];
    this.raising.push(raised);
    let end = body ? this.block(body, state) : state;
    this.raising.pop();
    this.raising.at(-1)?.push(...raised);
    const clauses = node.namedChildren;
    const caught = join(raised, gap);
    const elseBody = clauses.find((clause) => clause.type === "else_clause")?.field("body");
    if (elseBody) end = this.block(elseBody, end);
    const ends = [end];
    const handlers = clauses.filter(({ type }) => type.startsWith("except"));
    const unhandled: State[] = handlers.some(catchesAll) ? [] : [caught];
    this.raising.push(unhandled);
    for (const clause of handlers) {
      const handled = this.handler(clause, caught);
      if (handled) reached.push(clause);
      ends.push(handled);
    }
    this.raising.pop();
    this.raising.at(-1)?.push(...unhandled);
    const after = join(ends, gap);
    const last = clauses.find((clause) => clause.type === "finally_clause");
    const finalBody = last?.namedChildren.find((child) => child.type === "block");
    if (!finalBody) return after;
    this.block(finalBody, join([after, ...unhandled], gap));
    return this.block(finalBody, after);
  }

  private handler(clause: SyntaxNode, caught: State): State {
    let now = caught;
    const body = clause.namedChildren.find((child) => child.type === "block");
    const head = clause.namedChildren.filter((child) => child.type !== "block");
    const names = head.flatMap((child) =>
      child.fieldName === "alias"
        ? namesIn(child)
        : [...descendants(child)].filter((below) => below.type === "as_pattern_target").flatMap(namesIn),
    );
    now = names.reduce(bindName, now);
    if (!body) return now;
    this.handling += 1;
    const end = this.block(body, now);
    this.handling -= 1;
    return end;
  }

  private with(node: SyntaxNode, state: State): State {
    this.mayRaise(node, state);
    let now = state;
    const clause = node.namedChildren.find((child) => child.type === "with_clause");
    for (const item of clause ? clause.namedChildren : []) {
      now = this.expression(item, now);
      for (const below of descendants(item))
        if (below.type === "as_pattern_target") now = namesIn(below).reduce(bindName, now);
    }
    const body = node.field("body");
    const end = body ? this.block(body, now) : now;
    // leaving the block may fail too
    if (end) this.raising.at(-1)?.push(end);
    // the block re-raises what it was entered with
    if (clause?.text.includes("save_and_reraise_exception")) return null;
    return clause && /suppress|assertRaises|ignore/.test(clause.text)
      ? join([now, end], { kind: "try", at: node })
      : end;
  }

  private match(node: SyntaxNode, state: State): State {
    const ends: State[] = [];
    const body = node.field("body");
    let isOpen = true;
    for (const clause of body ? body.namedChildren : []) {
      const patterns = clause.namedChildren.filter((child) => child.type === "case_pattern");
      if (patterns.some((pattern) => pattern.text === "_")) isOpen = false;
      const entry = patterns
        .flatMap((pattern) => [...descendants(pattern)])
        .reduce<State>(
          (now, below) => (below.type === "identifier" ? bindName(now, below.text) : now),
          state,
        );
      const block = clause.field("consequence");
      ends.push(block ? this.block(block, entry) : entry);
    }
    if (isOpen) ends.push(state);
    return join(ends, { kind: "if", at: node });
  }
}

/** Whether no way through the function comes back: it has no `return` that is reached and its end is not. */
export function neverComesBack(definition: SyntaxNode): boolean {
  const body = definition.field("body");
  if (!body) return false;
  for (const node of descendants(body, ({ type }) => type !== "function_definition"))
    if (node.type === "return_statement" || node.type.startsWith("yield")) return false;
  return new Flow(new Set(), () => false).block(body, new Slots(new Map())) === null;
}
