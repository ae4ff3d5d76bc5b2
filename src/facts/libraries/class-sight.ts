import { hasMember } from "../tree/class-members.ts";
import { baseMeaning } from "../tree/class-order.ts";
import type { PlacedClass, ProjectFacts } from "../tree/project.ts";

/**
 * - `whole`: all members can be seen, those of the bases too; `hasSeenMember` knows them
 * - `names`: there may be more (fields, slots, what a decorator or metaclass adds), but under names that the tree says somewhere
 * - `part`: anything may come from elsewhere
 */
export type ClassSight = "whole" | "names" | "part";

/** How much of what a class and its objects have can be seen. */
export function classSight(project: ProjectFacts, placed: PlacedClass): ClassSight {
  return project.onceFor(placed.class, "sight", () => {
    const { classes, complete } = project.classOrder(placed);
    if (classes.some(makesNames)) return "part";
    const knowsBases = (isKnown: (name: string) => boolean) =>
      complete || classes.every((known) => hasKnownBases(project, known, isKnown));
    if (classes.every(isPlain) && knowsBases(isKnownOutside)) return "whole";
    return knowsBases((name) => isKnownOutside(name) || WITH_FIELDS.test(name)) ? "names" : "part";
  });
}

/** Whether a class that is seen as a whole has the member, by itself or by a base, also by one of those from outside that are listed. */
export function hasSeenMember(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return hasMember(project, placed, name) || isFromOutside(project, placed, name);
}

/** Whether the class gets members under names that are worked out, or that its broken text hides. */
function makesNames({ module, class: { node, methods, scope } }: PlacedClass): boolean {
  return (
    module.tree.errors.length > 0 ||
    methods.has("__getattr__") ||
    methods.has("__getattribute__") ||
    scope.bindings.has("*") ||
    /setattr\(\s*(self|cls)\b|self\.__dict__|vars\(self\)|self\.__class__\.__dict__/.test(node.text)
  );
}

/** Whether nothing but the class block makes members: no decorator, metaclass, slots or base that is made by a call. */
function isPlain({ class: { node, bases, decorators } }: PlacedClass): boolean {
  return (
    decorators.every(({ name }) => /add_metaclass|unicode_compatible|trace_cls/.test(name ?? "")) &&
    !bases.some((base) => base.type === "call" || /[Tt]est|namedtuple/.test(base.text)) &&
    !/metaclass\s*=\s*(?!abc\.ABCMeta|ABCMeta)/.test(node.text.slice(0, 200)) &&
    !/__metaclass__|__slots__/.test(node.text)
  );
}

/** Whether every base of the class is in the tree, the language's own, or known by its name. */
function hasKnownBases(
  project: ProjectFacts,
  placed: PlacedClass,
  isKnown: (name: string) => boolean,
): boolean {
  return placed.class.bases.every((base) => {
    if (/^(object|(abc\.)?ABC|Exception|BaseException)$/.test(base.text)) return true;
    const meaning = baseMeaning(project, placed, base);
    return meaning.kind === "class" || (meaning.kind === "external" && isKnown(meaning.name));
  });
}

/** Whether all members of a class from outside of the tree are known. */
function isKnownOutside(name: string): boolean {
  return OUTSIDE.has(name);
}

/** Whether a class derives from an exception of the language, or a class outside of the tree, that is known to have the name. */
function isFromOutside(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return project.classOrder(placed).classes.some((known) =>
    known.class.bases.some((base) => {
      if (/^(Base)?Exception$/.test(base.text)) return OF_EXCEPTIONS.test(name);
      const meaning = baseMeaning(project, known, base);
      return meaning.kind === "external" && OUTSIDE.get(meaning.name)?.test(name);
    }),
  );
}

const OF_EXCEPTIONS = /^(args|message|with_traceback|add_note)$/;

/** Classes that make attributes of the fields which they list. */
const WITH_FIELDS =
  /^oslo_versionedobjects\.base\.(VersionedObject(DictCompat)?|ComparableVersionedObject|TimestampedObject|ObjectListBase)$/;

/** Classes from outside of the tree that many inherit, with the members of those that say little. */
const OUTSIDE: ReadonlyMap<string, RegExp> = new Map([
  [
    "oslo_service.periodic_task.PeriodicTasks",
    /^(conf|add_periodic_task|run_periodic_tasks|_periodic_(tasks|spacing|last_run))$/,
  ],
  ["pecan.hooks.PecanHook", /^(priority|on_route|before|after|on_error)$/],
  [
    "threading.Thread",
    /^(name|daemon|ident|native_id|start|run|join|is_alive|isAlive|[gs]etName|isDaemon|setDaemon|_(target|args|kwargs|name|daemonic|ident|native_id|started|stopped|is_stopped|stop|delete|bootstrap|bootstrap_inner|initialized|stderr|block|note|handle|tstate_lock|invoke_excepthook|reset_internal_locks|set_\w+|wait_for_tstate_lock))$/,
  ],
]);
