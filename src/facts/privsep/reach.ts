import type { SyntaxNode } from "../../parse/tree.ts";
import type { ClassFacts, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants, dottedName, stringValue } from "../module/syntax.ts";
import type { Meaning, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { isEntrypoint } from "./privsep.ts";

/** Libraries whose use outside the tree runs privsep entrypoints. */
const PRIVILEGED_LIBRARIES =
  /^(os_brick\.(initiator|encryptors|local_dev|remotefs|executor)|os_vif\b|(neutron|nova|cinder|manila)\.(agent\.linux\.(ip_lib|interface|iptables_manager|ipset_manager)|agent\.common\.ovs_lib|priv(sep|ileged))\b)/;

/** Calls that tell privsep how to become root, or that it must not. */
const INITIALISES = /(^|\.)(priv_context\.init|setup_privsep|init_privsep|privsep_init|set_client_mode)$/;

/** What a function's code refers to: functions, every method of classes, and names outside the tree. */
interface References {
  readonly functions: readonly PlacedFunction[];
  readonly external: readonly string[];
  readonly initialises: boolean;
}

/** A way from a function to a privsep entrypoint, as names from the first call to the entrypoint. */
export type PrivilegedPath = readonly string[];

/** Whether the function, or what it calls within three steps, configures privsep. */
export function initialisesPrivsep(project: ProjectFacts, start: PlacedFunction): boolean {
  return (
    walk(project, start, 3, 400, (_, references) => (references.initialises ? [] : undefined)) !== undefined
  );
}

/**
 * The shortest way found from a function to an entrypoint of the tree or of a library known to use them.
 *
 * Follows calls, functions handed on, every method of a class that is made, and classes named by strings;
 * gives up after `limit` functions.
 */
export function pathToEntrypoint(
  project: ProjectFacts,
  start: PlacedFunction,
  limit = 600,
): PrivilegedPath | undefined {
  return walk(project, start, 40, limit, (placed, references) => {
    if (placed.function !== start.function && isEntrypoint(project, placed)) return [];
    // a list of options runs nothing
    const library = references.external.find(
      (name) => PRIVILEGED_LIBRARIES.test(name) && !/\.[A-Z][A-Z0-9_]*$/.test(name),
    );
    return library === undefined ? undefined : [library];
  });
}

interface Step {
  readonly placed: PlacedFunction;
  readonly before: Step | undefined;
  readonly depth: number;
}

function walk(
  project: ProjectFacts,
  start: PlacedFunction,
  depth: number,
  limit: number,
  goal: (placed: PlacedFunction, references: References) => readonly string[] | undefined,
): PrivilegedPath | undefined {
  const seen = new Set<FunctionFacts>([start.function]);
  const queue: Step[] = [{ placed: start, before: undefined, depth: 0 }];
  for (let at = 0; at < queue.length && at < limit; at++) {
    const step = queue[at];
    if (!step) break;
    const references = referencesOf(project, step.placed);
    const reached = goal(step.placed, references);
    if (reached) return [...namesTo(step), ...reached];
    if (step.depth === depth) continue;
    for (const next of references.functions) {
      if (seen.has(next.function)) continue;
      seen.add(next.function);
      queue.push({ placed: next, before: step, depth: step.depth + 1 });
    }
  }
  return undefined;
}

function namesTo(step: Step): readonly string[] {
  const names: string[] = [];
  for (let at: Step | undefined = step; at; at = at.before) names.unshift(at.placed.function.qualifiedName);
  return names;
}

function referencesOf(project: ProjectFacts, placed: PlacedFunction): References {
  return project.once(`references ${placed.module.path} ${placed.function.node.start}`, () =>
    readReferences(project, placed),
  );
}

function readReferences(project: ProjectFacts, { module, function: facts }: PlacedFunction): References {
  const found: Found = { functions: [], external: [], initialises: false };
  collect(project, module, descendants(facts.whole), found, 0);
  if (isMain(facts)) collect(project, module, moduleLevel(module), found, 0);
  return found;
}

interface Found {
  readonly functions: PlacedFunction[];
  readonly external: string[];
  initialises: boolean;
}

function collect(
  project: ProjectFacts,
  module: ModuleFacts,
  nodes: Iterable<SyntaxNode>,
  found: Found,
  hops: number,
): void {
  for (const node of nodes) {
    if (node.type === "call" && INITIALISES.test(dottedName(node.field("function")) ?? ""))
      found.initialises = true;
    for (const meaning of namedAt(project, module, node)) add(project, meaning, found, hops);
  }
}

/** What the node itself calls, hands on, or names by a text. */
function namedAt(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): readonly Meaning[] {
  if (node.type === "call") {
    const callee = node.field("function");
    const target = callee ? project.calleeOf(module, callee) : undefined;
    if (target && target.function.name !== "__init__") return [{ kind: "function", ...target }];
    return callee ? meaningsOf(project, module, callee) : [];
  }
  if (isHandedOn(node)) return [project.meaning(module, node)];
  return node.type === "string" || node.type === "concatenated_string" ? [namedByString(project, node)] : [];
}

function add(project: ProjectFacts, meaning: Meaning, found: Found, hops: number): void {
  switch (meaning.kind) {
    case "function":
      found.functions.push(meaning);
      break;
    case "class":
      found.functions.push(...methodsOf(project, meaning.module, meaning.class));
      break;
    case "external":
      found.external.push(meaning.name);
      break;
    case "assignment": {
      // a name for something made elsewhere: `run = functools.partial(privileged.run, 3)`
      const { value } = meaning.assignment;
      if (value?.type === "call" && hops < 2)
        collect(project, meaning.module, descendants(value), found, hops + 1);
      break;
    }
  }
}

/**
 * What a name may stand for: one meaning, or those of each import that binds it (`if os.name == 'nt': … else: …`), also
 * behind a name for it in another module.
 */
function meaningsOf(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): readonly Meaning[] {
  const meaning = project.meaning(module, node);
  if (meaning.kind === "assignment") {
    const alias = meaning.assignment.value;
    const found = alias?.type === "attribute" ? imported(project, meaning.module, alias) : [];
    return found.length > 0 ? found : [meaning];
  }
  return meaning.kind === "unknown" ? imported(project, module, node) : [meaning];
}

/** The meanings of `a.b` for each of several imports of `a`. */
function imported(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): readonly Meaning[] {
  const [first = "", ...rest] = dottedName(node)?.split(".") ?? [];
  const bindings = module.lookup(first, module.scopeAt(node))?.bindings ?? [];
  if (bindings.length < 2) return [];
  return bindings.flatMap((binding) =>
    binding.kind === "import" ? [project.resolve([binding.target, ...rest].join("."))] : [],
  );
}

/**
 * The code that runs when the module of a program is loaded counts as the program's: tables of checks, options with
 * callbacks.
 */
function isMain(facts: FunctionFacts): boolean {
  return facts.name === "main" && !facts.owner;
}

function* moduleLevel(module: ModuleFacts): Generator<SyntaxNode> {
  for (const statement of module.tree.root.namedChildren) {
    if (statement.type === "expression_statement") yield* descendants(statement);
  }
}

/** A name given as an argument or collected in a list or dictionary: it may be called later. */
function isHandedOn(node: SyntaxNode): boolean {
  if (node.type !== "identifier" && node.type !== "attribute") return false;
  const holder = node.parent?.type ?? "";
  return (
    ["argument_list", "list", "tuple", "pair"].includes(holder) ||
    (holder === "keyword_argument" && node.fieldName === "value")
  );
}

function methodsOf(project: ProjectFacts, module: ModuleFacts, facts: ClassFacts): readonly PlacedFunction[] {
  const seen = new Set<string>();
  return project.classOrder({ module, class: facts }).classes.flatMap((placed) =>
    [...placed.class.methods.values()].flatMap((method) => {
      if (seen.has(method.name)) return [];
      seen.add(method.name);
      return [{ module: placed.module, function: method }];
    }),
  );
}

/** `'shop.doors.agent.DoorAgent'` given to a loader. */
function namedByString(project: ProjectFacts, node: SyntaxNode): Meaning {
  if (node.parent?.type === "concatenated_string") return { kind: "unknown" };
  const text = stringValue(node) ?? "";
  if (!/^[a-z_]\w*(\.\w+){2,}$/.test(text)) return { kind: "unknown" };
  const meaning = project.resolve(text);
  return meaning.kind === "external" ? { kind: "unknown" } : meaning;
}
