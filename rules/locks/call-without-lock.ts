import {
  ASKING,
  addTo,
  asWritten,
  beginningWith,
  type CallFacts,
  type ClassFacts,
  descendsFrom,
  type Finding,
  type FunctionFacts,
  heldByAll,
  isOneLock,
  isRunFromOutside,
  locksHeld,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A call that one function makes bare, where the others of its module make it under one lock. */
export const callWithoutLock: Rule = {
  id: "locks/call-without-lock",
  title: "call without the lock under which it is made elsewhere",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/6451e075c",
  mentions: [["def "], ["lock", "LOCK", "Lock", "synchroni", "mutex", "semaphore", "SEMAPHORE"]],
  check,
};

const SUSPECT = /^[ \t]*(?:@[\w.]*(?:synchroni|lock)|with [^\n]*(?:lock|mutex|semaphore|synchroni))/im;

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(text)) return;
  const told = new Set<FunctionFacts>();
  for (const { name, call, lock, from, other } of bareCalls(project, module)) {
    if (told.has(from)) continue;
    told.add(from);
    const through = call.within && outermost(call.within) !== from ? ` by ${call.within.name}` : "";
    yield {
      span: lock.startsWith("@") ? namePlace(from) : call.node,
      message: `${from.qualifiedName} calls ${name}${through} without ${lock}, under which ${other.name} and others call it`,
      related: [
        { path: module.path, span: call.node, message: "called here" },
        { path: module.path, span: other.whole, message: "under the lock" },
      ],
    };
  }
}

/** What only asks, tells, makes a value, or hands on to what is known by another name. */
const ASKS = beginningWith(
  [
    ASKING,
    ["supports", "exists?", "search", "query", "fetch", "load", "select", "filter", "describe", "local_path"],
    ["debug", "info", "warning", "error", "exception", "trace", "raise", "now", "sleep"],
    ["assert", "make", "generate", "calculate", "convert", "open", "ensure"],
    [
      "exec",
      "execute",
      "run",
      "call",
      "cli",
      "do",
      "send",
      "request",
      "invoke",
      "notify",
      "register",
      "subscribe",
    ],
  ].flat(),
);
const GIVES = /_(get|name|path|id|key|list|exists?|info|stats|map|details|specs?|cmd|driver|class|by_\w+)$/;

/** `_find_with_lock`: what is meant for those who hold the lock. */
const WANTS_LOCK = /_with_lock$|_locked$/;
const LIFE = /^(__\w+__|_?(init|setup|do_setup|initialize|start|stop|shutdown|close|main)|_?init_\w+)$/;

interface Site {
  readonly call: CallFacts;
  /** The function or method, where the call may stand in a function inside of it. */
  readonly from: FunctionFacts;
  /** `undefined` where a private function's callers are not known. */
  readonly locks: ReadonlySet<string> | undefined;
}

type LockedSite = Site & { readonly locks: ReadonlySet<string> };

interface BareCall {
  readonly name: string;
  readonly call: CallFacts;
  readonly lock: string;
  readonly from: FunctionFacts;
  readonly other: FunctionFacts;
}

/** Calls without the lock under which at least two functions make them for each that does not. */
function bareCalls(project: ProjectFacts, module: ModuleFacts): readonly BareCall[] {
  const calls = callsByName(module);
  return [...calls].flatMap(([name, own]) => {
    if (own.length < 3 || !needsLock(name)) return [];
    const sites = own.map((call) => siteOf(project, module, calls, call));
    const odd = oddSites(sites);
    const [one, ...more] = sites.filter(isLocked);
    if (odd.length === 0 || !one) return [];
    const lock = [...one.locks].find((held) => isOneLock(held) && more.every(({ locks }) => locks.has(held)));
    // who requires a lock says that others hold it
    if (lock === undefined || /require/.test(lock) || ownsLock(project, module, one.call)) return [];
    const shown = decorates(module, lock) ? `@${lock}` : lock;
    return odd.flatMap((site) => {
      const from = firstBare(project, module, calls, site.from);
      if (!from || LIFE.test(from.name) || /\bacquire\(/.test(from.node.text)) return [];
      return [{ name, call: site.call, lock: shown, from, other: one.from }];
    });
  });
}

function needsLock(name: string): boolean {
  const last = name.split(".").at(-1) ?? "";
  if (last.length < 5) return false;
  return WANTS_LOCK.test(last) || !(ASKS.test(last.replace(/^_/, "")) || GIVES.test(last));
}

function isLocked(site: Site): site is LockedSite {
  return site.locks !== undefined && site.locks.size > 0;
}

/** One site of each function that holds no lock where twice as many do; none where it is not known what some hold. */
function oddSites(sites: readonly Site[]): readonly Site[] {
  const bare = sites.filter((site) => !isLocked(site));
  if (bare.some(({ locks }) => locks === undefined)) return [];
  const holders = new Set(sites.filter(isLocked).map(({ from }) => from));
  const odd = new Map(bare.map((site) => [site.from, site]));
  const isOdd = holders.size >= 2 * odd.size && ![...odd.keys()].some((from) => holders.has(from));
  return isOdd ? [...odd.values()] : [];
}

/** Calls on `self` and what it holds, and of functions of the module. */
function callsByName(module: ModuleFacts): ReadonlyMap<string, readonly CallFacts[]> {
  const found = new Map<string, CallFacts[]>();
  for (const call of module.calls) {
    const name = call.name;
    if (!call.within || name === undefined) continue;
    const own = /^self(\.\w+)+$/.test(name);
    if (!own && !module.scope.bindings.get(name)?.some((binding) => binding.kind === "function")) continue;
    addTo(found, name, call);
  }
  return found;
}

type CallsByName = ReadonlyMap<string, readonly CallFacts[]>;

function siteOf(project: ProjectFacts, module: ModuleFacts, calls: CallsByName, call: CallFacts): Site {
  const within = call.within;
  const from = within && outermost(within);
  if (!from) throw new Error("a call outside of functions");
  const held = locksHeld(module, call.node);
  if (held.size > 0) return { call, from, locks: held };
  // a function inside may be run by whoever holds the lock
  const locks = within === from ? heldByCallers(project, module, calls, from, DEPTH) : undefined;
  return { call, from, locks };
}

const DEPTH = 6;

/** The locks that all callers of a function in its module hold; `undefined` for a private one without callers. */
function heldByCallers(
  project: ProjectFacts,
  module: ModuleFacts,
  calls: CallsByName,
  facts: FunctionFacts,
  depth: number,
): ReadonlySet<string> | undefined {
  // the ways up from helpers that many call are more than can be gone one by one
  return project.onceFor(facts, `locks held by callers ${depth}`, () => {
    const callers = callersIn(project, module, calls, facts);
    if (callers.length === 0) return isRunFromOutside(module, facts) ? new Set<string>() : undefined;
    if (depth === 0) return undefined;
    return heldByAll(
      callers.map((call) => {
        const own = locksHeld(module, call.node);
        const within = call.within && outermost(call.within);
        return own.size > 0 || !within ? own : heldByCallers(project, module, calls, within, depth - 1);
      }),
    );
  });
}

/** The calls of a function of the module; a method's are those of its class and its relatives, on themselves. */
function callersIn(
  project: ProjectFacts,
  module: ModuleFacts,
  calls: CallsByName,
  facts: FunctionFacts,
): readonly CallFacts[] {
  const found = calls.get(facts.owner ? `self.${facts.name}` : facts.name) ?? [];
  return found.filter((call) => {
    const from = call.within && outermost(call.within);
    if (!from || from === facts) return false;
    return !facts.owner || (from.owner !== null && areRelated(project, module, from.owner, facts.owner));
  });
}

function areRelated(project: ProjectFacts, module: ModuleFacts, one: ClassFacts, other: ClassFacts): boolean {
  return (
    descendsFrom(project, { module, class: one }, other) ||
    descendsFrom(project, { module, class: other }, one)
  );
}

/** The function to blame: a private one is called bare by a single other. */
function firstBare(
  project: ProjectFacts,
  module: ModuleFacts,
  calls: CallsByName,
  facts: FunctionFacts,
): FunctionFacts | undefined {
  let at = facts;
  for (let hop = 0; hop < DEPTH; hop++) {
    const bare = callersIn(project, module, calls, at).filter(
      (call) => locksHeld(module, call.node).size === 0,
    );
    const above = new Set(bare.flatMap((call) => (call.within ? [outermost(call.within)] : [])));
    const [only, ...others] = above;
    if (!at.name.startsWith("_") || !only) return at;
    if (others.length > 0) return undefined;
    at = only;
  }
  return undefined;
}

function outermost(facts: FunctionFacts): FunctionFacts {
  let at = facts;
  while (at.enclosing) at = at.enclosing;
  return at;
}

/** A function that takes a lock of its own needs none of its callers. */
function ownsLock(project: ProjectFacts, module: ModuleFacts, call: CallFacts): boolean {
  const callee = project.callee(module, call.node)?.function;
  return callee !== undefined && TAKES_LOCK.test(callee.whole.text);
}

const TAKES_LOCK = /\bacquire\(|\bwith [^\n]*lock|@[\w.]*(?:synchroni|lock)/i;

function decorates(module: ModuleFacts, lock: string): boolean {
  return module.functions.some((facts) =>
    facts.decorators.some(({ expression }) => asWritten(expression.text) === lock),
  );
}
