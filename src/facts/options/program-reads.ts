import type { SyntaxNode } from "../../parse/tree.ts";
import { argumentsOf } from "../module/calls.ts";
import { loadedWith } from "../tree/import-graph.ts";
import type { Callee, PlacedFunction, ProjectFacts } from "../tree/project.ts";
import { overridesOf } from "../tree/subclasses.ts";
import { deadOptions, type Registrar, usersOf } from "./dead-options.ts";
import { isLibraryGrouped } from "./library-options.ts";
import { type KnownParameters, liveNodes } from "./live-code.ts";
import { type OptionRead, optionReadAt } from "./option-reads.ts";
import { optionRegistry } from "./options.ts";

/** An option that a program comes to read, and that nothing which it loads can have registered. */
export interface LostRead {
  readonly option: string;
  readonly group: string;
  /** The function that would register it. */
  readonly registrar: string;
  readonly path: string;
  readonly read: OptionRead;
  /** The functions from the program's first one to the one that reads. */
  readonly way: readonly PlacedFunction[];
}

/** What the programs of a module's functions read in vain. */
export function lostReadsOf(project: ProjectFacts, start: PlacedFunction): readonly LostRead[] {
  const dead = deadOptions(project, start.module.path);
  return dead.size === 0 ? [] : new Walk(project, dead).from(start);
}

interface Visit {
  readonly placed: PlacedFunction;
  readonly known: KnownParameters;
  readonly way: readonly PlacedFunction[];
}

const MOST = 400;

/** Goes along the calls that are certain. */
class Walk {
  private readonly project: ProjectFacts;
  private readonly dead: ReadonlyMap<string, Registrar>;
  private readonly seen = new Set<string>();
  private readonly queue: Visit[] = [];

  constructor(project: ProjectFacts, dead: ReadonlyMap<string, Registrar>) {
    this.project = project;
    this.dead = dead;
  }

  from(start: PlacedFunction): readonly LostRead[] {
    const found = new Map<string, LostRead>();
    this.add({ placed: start, known: new Map(), way: [start] });
    for (let at = 0; at < this.queue.length && at < MOST; at++) {
      const visit = this.queue[at];
      if (visit)
        for (const lost of this.readsOf(visit)) {
          // one call of the function would register all of them
          const key = `${lost.path} ${lost.registrar}`;
          if (!found.has(key)) found.set(key, lost);
        }
    }
    return [...found.values()].filter((lost) => !this.isRegisteredOnTheWay(lost));
  }

  /** What registers it may be one of the visited functions, and what their modules import within functions is loaded, too. */
  private isRegisteredOnTheWay({ option }: LostRead): boolean {
    const visited = this.queue.slice(0, MOST).map(({ placed }) => placed);
    const modules = [...new Set(visited.map(({ module }) => module.path))];
    return optionRegistry(this.project)
      .sitesOf(option)
      .some(({ path, within = "" }) => {
        const isVisited = visited.some(
          ({ module, function: facts }) => module.path === path && facts.name === within,
        );
        const users = usersOf(this.project, path, within);
        return (
          isVisited ||
          modules.some((other) => users.some((user) => loadedWith(this.project, other).has(user)))
        );
      });
  }

  private add(visit: Visit): void {
    const { placed, known } = visit;
    const key = `${placed.module.path} ${placed.function.node.start} ${[...known].join(" ")}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.queue.push(visit);
  }

  private *readsOf({ placed, known, way }: Visit): Generator<LostRead> {
    const { module, function: facts } = placed;
    const body = facts.node.field("body");
    if (!body) return;
    const parameters = new Set(facts.parameters.map(({ name }) => name));
    for (const node of liveNodes({ body, parameters, known })) {
      const lost = this.lostAt(node);
      if (lost) yield { ...lost, way };
      if (node.type !== "call") continue;
      const callee = this.project.callee(module, node);
      if (!callee || this.isOverridden(node, callee)) continue;
      const handed = handedOver(node, callee, known);
      this.add({ placed: callee, known: handed, way: [...way, callee] });
    }
  }

  /** `self.m()` runs another class's method where one below has its own. */
  private isOverridden(call: SyntaxNode, callee: Callee): boolean {
    const isOwn = /^(?:self|cls)\./.test(call.field("function")?.text ?? "");
    return (
      isOwn &&
      callee.class !== null &&
      overridesOf(this.project, callee.class, callee.function.name).length > 0
    );
  }

  private lostAt(node: SyntaxNode): Omit<LostRead, "way"> | undefined {
    const read = optionReadAt(node);
    if (read?.receiver !== "certain" || read.holds !== "everything") return undefined;
    const registry = optionRegistry(this.project);
    const isGrouped = read.second !== undefined && registry.groups.has(read.first);
    const option = isGrouped ? (read.second ?? "") : read.first;
    const group = isGrouped ? read.first : "DEFAULT";
    const registrar = this.dead.get(option);
    if (!registrar || registry.groupsOf(option)?.has(group) !== true) return undefined;
    if (group !== "DEFAULT" && (isLibraryGrouped(option) || registry.openedBy(group).length > 0))
      return undefined;
    return { option, group, registrar: registrar.name, path: registrar.path, read };
  }
}

/** What a call says of the parameters of what it calls: literals, defaults, and what the caller knows of its own. */
function handedOver(call: SyntaxNode, callee: Callee, known: KnownParameters): KnownParameters {
  const given = argumentsOf(call);
  const found = new Map<string, boolean>();
  if (given.some(({ kind }) => kind === "splat" || kind === "double-splat")) return found;
  const open = callee.function.parameters.slice(callee.bound ? 1 : 0);
  for (const [at, parameter] of open.entries()) {
    const named = given.find((argument) => argument.kind === "keyword" && argument.name === parameter.name);
    const plain = given[at]?.kind === "positional" ? given[at] : undefined;
    const value = (named ?? plain)?.value ?? parameter.defaultValue;
    const truth = value ? truthOfValue(value, named || plain ? known : new Map()) : undefined;
    if (truth !== undefined) found.set(parameter.name, truth);
  }
  return found;
}

function truthOfValue(value: SyntaxNode, known: KnownParameters): boolean | undefined {
  switch (value.type) {
    case "true":
      return true;
    case "false":
    case "none":
      return false;
    case "identifier":
      return known.get(value.text);
    default:
      return undefined;
  }
}
