import type { SyntaxNode } from "../../parse/tree.ts";
import { descendants } from "../module/syntax.ts";

/** Why a name may have no value where it is read. */
export interface Gap {
  /**
   * `start`: nothing bound it yet; `try`: one way through the try statement leaves it unbound; `if`: the branch
   * without it; `loop`: the loop may run zero times; `deleted`: `del`, or the end of `except … as`.
   */
  readonly kind: "start" | "try" | "if" | "loop" | "deleted";
  /** The statement whose ways differ; the function for `start`. */
  readonly at: SyntaxNode;
  /** Of `try`: the handlers whose end is reached. */
  readonly handlers?: readonly SyntaxNode[];
}

/** A read of a local name that has a value on no way, or not on every way. */
export interface UnboundRead {
  readonly name: string;
  readonly node: SyntaxNode;
  /** Whether some way to the read binds the name. */
  readonly sometimes: boolean;
  readonly gaps: readonly Gap[];
}

/** A name's state: bound on every way when `gaps` is empty. */
interface Slot {
  readonly gaps: readonly Gap[];
  readonly sometimes: boolean;
}

/** `null` where no way arrives. */
type State = Slots | null;

/**
 * The slots of all names. One binding costs the root of their number, not their number: a function with as many `with`
 * items as a file may have would take minutes.
 */
class Slots {
  private readonly base: ReadonlyMap<string, Slot>;
  private readonly changed: ReadonlyMap<string, Slot>;

  constructor(base: ReadonlyMap<string, Slot>, changed: ReadonlyMap<string, Slot> = new Map()) {
    this.base = base;
    this.changed = changed;
  }

  get(name: string): Slot | undefined {
    return this.changed.get(name) ?? this.base.get(name);
  }

  with(name: string, slot: Slot): Slots {
    const changed = new Map(this.changed).set(name, slot);
    return changed.size * changed.size <= this.base.size
      ? new Slots(this.base, changed)
      : new Slots(new Map([...this.base, ...changed]));
  }

  /** All of them, as a map of the caller's own. */
  copy(): Map<string, Slot> {
    return new Map([...this.base, ...this.changed]);
  }
}

const BOUND: Slot = { gaps: [], sometimes: true };

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

  /** Reads below an expression or simple statement, then what it binds. */
  private expression(node: SyntaxNode, state: State): State {
    const targets: string[] = [];
    let now = state;
    const visit = (at: SyntaxNode, hidden: ReadonlySet<string>): void => {
      switch (at.type) {
        case "identifier":
          if (!hidden.has(at.text) && isLoad(at)) this.load(at, now);
          return;
        case "lambda":
        case "function_definition":
        case "class_definition":
        case "type":
          return;
        case "assignment":
        case "augmented_assignment": {
          const left = at.field("left");
          const right = at.field("right");
          if (right) visit(right, hidden);
          if (at.type === "augmented_assignment" && left) visit(left, hidden);
          else if (left) visitTarget(left, hidden);
          if (left && (right || at.type === "augmented_assignment")) targets.push(...namesIn(left));
          return;
        }
        case "named_expression": {
          const value = at.field("value");
          if (value) visit(value, hidden);
          now = bindName(now, at.field("name")?.text ?? "");
          return;
        }
        case "import_statement":
        case "import_from_statement":
          targets.push(...importedNames(at));
          return;
        case "delete_statement":
          for (const child of descendants(at))
            if (child.type === "identifier" && isLoad(child)) this.load(child, now);
          for (const name of at.namedChildren.flatMap(namesIn)) now = unbind(now, name, at);
          return;
        case "list_comprehension":
        case "set_comprehension":
        case "dictionary_comprehension":
        case "generator_expression": {
          const own = new Set(hidden);
          const clauses = at.namedChildren.filter((child) => child.fieldName !== "body");
          for (const child of clauses)
            if (child.type === "for_in_clause") for (const name of targetNames(child)) own.add(name);
          // the clauses run before the body
          for (const child of clauses) visit(child, own);
          for (const child of at.namedChildren) if (child.fieldName === "body") visit(child, own);
          return;
        }
        default:
          for (const child of at.namedChildren) visit(child, hidden);
      }
    };
    const visitTarget = (target: SyntaxNode, hidden: ReadonlySet<string>): void => {
      if (target.type === "identifier") return;
      if (target.type === "attribute" || target.type === "subscript") {
        visit(target, hidden);
        return;
      }
      for (const child of target.namedChildren) visitTarget(child, hidden);
    };
    visit(node, new Set());
    return targets.reduce(bindName, now);
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

function bindName(state: State, name: string): State {
  const slot = state?.get(name);
  if (!state || !slot || slot.gaps.length === 0) return state;
  return state.with(name, BOUND);
}

function unbind(state: State, name: string, at: SyntaxNode): State {
  if (state?.get(name) === undefined) return state;
  return state.with(name, { gaps: [{ kind: "deleted", at }], sometimes: false });
}

/** The state where ways meet; a name that only some ways bind has `gap`. */
function join(states: readonly State[], gap: Gap): State {
  const live = states.filter((state) => state !== null);
  const [first, ...others] = live;
  if (!first) return null;
  if (others.every((state) => state === first)) return first;
  const joined = first.copy();
  for (const [name, slot] of [...joined]) {
    const slots = live.map((state) => state.get(name) ?? slot);
    if (slots.every((other) => other === slot)) continue;
    const open = slots.filter((other) => other.gaps.length > 0);
    if (open.length === 0) joined.set(name, BOUND);
    else if (open.length < slots.length) joined.set(name, { gaps: [gap], sometimes: true });
    else {
      const gaps = [...new Set(open.flatMap((other) => other.gaps))];
      joined.set(name, { gaps, sometimes: open.some((other) => other.sometimes) });
    }
  }
  return new Slots(joined);
}

/** `except:`, `except Exception:`. */
export function catchesAll({ type, text }: SyntaxNode): boolean {
  return type === "except_clause" && /^except\s*(\(?\s*(Base)?Exception\b[^:]*)?:/.test(text);
}

/** Calls that do not fail with what they are given. */
const HARMLESS =
  /^(_|_L[EIWC]|str|repr|len|dict|list|set|tuple|bool|(six\.)?text_type|(\w+\.)?(generate_uuid|uuid4|utcnow|now|time)|(self\.)?(LOG|LOGGER|log|logger)\.\w+|[\w.]+\.(\w+_)?(deep)?copy)$/;

/** Whether a statement calls anything that may fail. */
export function callsSomething(statement: SyntaxNode): boolean {
  for (const below of descendants(statement))
    if (below.type === "call" && !HARMLESS.test(below.field("function")?.text ?? "")) return true;
  return false;
}

const RAISING = /^(call|subscript|attribute|await|yield|raise_statement|import|.*comprehension)/;

/**
 * Whether running a simple statement, or a compound one's head, may raise: plain names and literals do not, and
 * attributes do not in a handler.
 */
function canRaise(node: SyntaxNode, isHandling: boolean): boolean {
  if (/^(if|while|for|with|match)_statement$/.test(node.type)) return true;
  for (const below of descendants(node))
    if (RAISING.test(below.type) && !(isHandling && below.type === "attribute")) return true;
  return false;
}

const LEAVING = new Set(["return_statement", "raise_statement", "break_statement", "continue_statement"]);

/** Functions that never come back, by the names the ecosystem gives them. */
const NO_RETURN = /(^|\.)(exit|_exit|abort|fail|die|_?(re)?raise\w*|\w*_and_raise|_fail\w*|skipTest)$/;

/** Whether no way through the function comes back: it has no `return` that is reached and its end is not. */
export function neverComesBack(definition: SyntaxNode): boolean {
  const body = definition.field("body");
  if (!body) return false;
  for (const node of descendants(body, ({ type }) => type !== "function_definition"))
    if (node.type === "return_statement" || node.type.startsWith("yield")) return false;
  return new Flow(new Set(), () => false).block(body, new Slots(new Map())) === null;
}

/** Names that an assignment target binds. */
function namesIn(target: SyntaxNode): readonly string[] {
  if (target.type === "identifier") return [target.text];
  if (target.type === "attribute" || target.type === "subscript") return [];
  return target.namedChildren.flatMap(namesIn);
}

function targetNames(clause: SyntaxNode): readonly string[] {
  const left = clause.field("left");
  return left ? namesIn(left) : [];
}

function importedNames(statement: SyntaxNode): readonly string[] {
  return statement.namedChildren
    .filter((child) => child.fieldName === "name")
    .map((child) =>
      child.type === "aliased_import" ? (child.field("alias")?.text ?? "") : (child.text.split(".")[0] ?? ""),
    );
}

function isLoad(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.type === "attribute") return node.fieldName === "object";
  if (parent?.type === "keyword_argument") return node.fieldName === "value";
  return parent?.type !== "as_pattern_target" && parent?.type !== "dotted_name";
}
