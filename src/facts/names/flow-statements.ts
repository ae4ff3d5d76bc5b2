import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";
import { namesIn, stateAfter } from "./flow-expressions.ts";
import { bindName, type Gap, join, type Slot, type State, unbind } from "./flow-state.ts";
import { canRaise, catchesAll, LEAVING, NO_RETURN } from "./raising.ts";

/** A loop that is gone through: the states at its `break` and `continue` statements so far. */
interface OpenLoop {
  readonly breaks: State[];
  readonly continues: State[];
}

/** A round that is through, with the state at the end of the body. */
interface Round extends OpenLoop {
  readonly end: State;
}

/** Goes through the statements of a function, with what its local names hold on the ways that lead to each. */
export class StatementFlow {
  private readonly locals: ReadonlySet<string>;
  private readonly neverReturns: (call: SyntaxNode) => boolean;
  private readonly found: (name: SyntaxNode, slot: Slot) => void;
  private readonly isPython3: boolean;
  private readonly loops: OpenLoop[] = [];
  /** States at which an exception may leave the try bodies that are open. */
  private readonly raising: State[][] = [];
  private isSilent = false;
  /** How many handlers are open: what is written to cope with a failure is taken to fail by its calls only. */
  private handling = 0;

  /**
   * @param locals the names that the function binds itself
   * @param found told of each read of a name that some way, or every way, leaves without a value
   * @param isPython3 whether the end of `except … as name` deletes the name
   */
  constructor(
    locals: ReadonlySet<string>,
    neverReturns: (call: SyntaxNode) => boolean,
    found: (name: SyntaxNode, slot: Slot) => void,
    isPython3 = false,
  ) {
    this.isPython3 = isPython3;
    this.locals = locals;
    this.neverReturns = neverReturns;
    this.found = found;
  }

  /** The state after a block; `null` where no way comes to its end. */
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

  private load(name: SyntaxNode, state: State): void {
    const slot = state?.get(name.text);
    if (!this.isSilent && slot && slot.gaps.length > 0) this.found(name, slot);
  }

  private branches(node: SyntaxNode, state: State): State {
    this.mayRaise(node, state);
    let otherwise = this.part(node, "condition", state);
    const ends = [this.blockOf(node, "consequence", otherwise)];
    let hasElse = false;
    for (const clause of node.namedChildren) {
      if (clause.type === "elif_clause") {
        otherwise = this.part(clause, "condition", otherwise);
        ends.push(this.blockOf(clause, "consequence", otherwise));
      } else if (clause.type === "else_clause") {
        hasElse = true;
        ends.push(this.blockOf(clause, "body", otherwise));
      }
    }
    if (!hasElse) ends.push(otherwise);
    return join(ends, { kind: "if", at: node });
  }

  /** The state after an expression of a statement, where it has one. */
  private part(node: SyntaxNode, field: string, state: State): State {
    const expression = node.field(field);
    return expression ? this.expression(expression, state) : state;
  }

  /** The state after a block of a statement, where it has one. */
  private blockOf(node: SyntaxNode | null | undefined, field: string, state: State): State {
    const block = node?.field(field);
    return block ? this.block(block, state) : state;
  }

  private loop(node: SyntaxNode, state: State): State {
    const isFor = node.type === "for_statement";
    this.mayRaise(node, state);
    const before = this.part(node, isFor ? "right" : "condition", state);
    const isEndless = !isFor && /^(True|1)$/.test(node.field("condition")?.text ?? "");
    const gap: Gap = { kind: "loop", at: node };
    // what a later round binds an earlier one may lack: the first pass only learns what comes round again
    const first = this.silently(() => this.round(node, before));
    const any = this.round(node, join([before, first.end, ...first.continues], gap));
    const exhausted = isEndless ? null : join([before, any.end, ...any.continues], gap);
    return join([this.blockOf(node.field("alternative"), "body", exhausted), ...any.breaks], gap);
  }

  private round(loop: SyntaxNode, start: State): Round {
    const open: OpenLoop = { breaks: [], continues: [] };
    const left = loop.type === "for_statement" ? loop.field("left") : null;
    this.loops.push(open);
    const end = this.blockOf(loop, "body", left ? namesIn(left).reduce(bindName, start) : start);
    this.loops.pop();
    return { end, ...open };
  }

  private silently<T>(walk: () => T): T {
    const held = this.isSilent;
    this.isSilent = true;
    const result = walk();
    this.isSilent = held;
    return result;
  }

  private attempt(node: SyntaxNode, state: State): State {
    const reached: SyntaxNode[] = [];
    const gap: Gap = { kind: "try", at: node, handlers: reached };
    const handlers = node.namedChildren.filter(({ type }) => type.startsWith("except"));
    const [tried, raised] = this.withRaised([], () => this.blockOf(node, "body", state));
    const ends = [this.blockOf(clauseOf(node, "else_clause"), "body", tried)];
    const caught = join(raised, gap);
    const [, unhandled] = this.withRaised(handlers.some(catchesAll) ? [] : [caught], () => {
      for (const clause of handlers) {
        const handled = this.handler(clause, caught);
        if (handled) reached.push(clause);
        ends.push(handled);
      }
    });
    const after = join(ends, gap);
    const last = clauseOf(node, "finally_clause")?.namedChildren.find(({ type }) => type === "block");
    if (!last) return after;
    this.block(last, join([after, ...unhandled], gap));
    return this.block(last, after);
  }

  /**
   * Walks, and gives the states at which an exception may leave on the way, after those given; statements around may
   * get it too.
   */
  private withRaised<T>(given: readonly State[], walk: () => T): readonly [T, readonly State[]] {
    const raised = [...given];
    this.raising.push(raised);
    const result = walk();
    this.raising.pop();
    this.raising.at(-1)?.push(...raised);
    return [result, raised];
  }

  private handler(clause: SyntaxNode, caught: State): State {
    const body = clause.namedChildren.find(({ type }) => type === "block");
    const head = clause.namedChildren.filter((child) => child !== body);
    const names = head.flatMap((child) => (child.fieldName === "alias" ? namesIn(child) : aliasesIn(child)));
    const entry = names.reduce(bindName, caught);
    if (!body) return entry;
    this.handling += 1;
    const end = this.block(body, entry);
    this.handling -= 1;
    return this.isPython3
      ? names.reduce<State>((now, name) => unbind(now, name, clause, "handled"), end)
      : end;
  }

  private with(node: SyntaxNode, state: State): State {
    this.mayRaise(node, state);
    let now = state;
    const clause = node.namedChildren.find((child) => child.type === "with_clause");
    for (const item of clause ? clause.namedChildren : []) {
      now = aliasesIn(item).reduce(bindName, this.expression(item, now));
    }
    const end = this.blockOf(node, "body", now);
    // leaving the block may fail too
    if (end) this.raising.at(-1)?.push(end);
    // the block re-raises what it was entered with
    if (clause?.text.includes("save_and_reraise_exception")) return null;
    return clause && /suppress|assertRaises|ignore/.test(clause.text)
      ? join([now, end], { kind: "try", at: node })
      : end;
  }

  private match(node: SyntaxNode, state: State): State {
    const clauses = node.field("body")?.namedChildren ?? [];
    const ends = clauses.map((clause) => this.blockOf(clause, "consequence", bindCaptures(clause, state)));
    const isOpen = !clauses.some((clause) => patternsOf(clause).some(({ text }) => text === "_"));
    return join(isOpen ? [...ends, state] : ends, { kind: "if", at: node });
  }
}

function clauseOf(statement: SyntaxNode, type: string): SyntaxNode | undefined {
  return statement.namedChildren.find((clause) => clause.type === type);
}

/** The names after `as` below a node. */
function aliasesIn(node: SyntaxNode): readonly string[] {
  return [...descendants(node)].filter(({ type }) => type === "as_pattern_target").flatMap(namesIn);
}

function patternsOf(clause: SyntaxNode): readonly SyntaxNode[] {
  return clause.namedChildren.filter(({ type }) => type === "case_pattern");
}

/** Every identifier of a pattern counts as captured. */
function bindCaptures(clause: SyntaxNode, state: State): State {
  return patternsOf(clause)
    .flatMap((pattern) => [...descendants(pattern)])
    .reduce<State>((now, { type, text }) => (type === "identifier" ? bindName(now, text) : now), state);
}
