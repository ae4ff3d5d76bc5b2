import {
  type Finding,
  hasMember,
  isGivenFromOutside,
  type ModuleFacts,
  type PlacedClass,
  type ProjectFacts,
  pathsDefining,
  pathsWithWord,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `self.name` that neither the class, nor its ancestors, nor anything else in the tree defines. */
export const undefinedMethod: Rule = {
  id: "names/undefined-method",
  title: "attribute of self that nothing defines",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#object.__getattr__",
  mentions: [["self."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const told = new Set<string>();
  const closed = new Map<PlacedClass["class"], boolean>();
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (
      object?.type !== "identifier" ||
      object.text !== "self" ||
      name.startsWith("__") ||
      node.fieldName === "left" ||
      name.startsWith("assert")
    )
      continue;
    const facts = module.classAround(node);
    if (!facts || told.has(`${facts.qualifiedName}.${name}`)) continue;
    const placed = { module, class: facts };
    let isClosed = closed.get(facts);
    isClosed ??= isClosedClass(project, placed);
    closed.set(facts, isClosed);
    if (mayHave(project, placed, name, isClosed)) continue;
    if (isOptional(module, name) || receiverClass(project, module, object)?.class !== facts) continue;
    told.add(`${facts.qualifiedName}.${name}`);
    yield {
      span: node,
      message: `self.${name}: neither ${facts.name} nor its base classes define '${name}': AttributeError when this line runs`,
    };
  }
}

/** Whether the class, or one that it is mixed into, may have the attribute; `isClosed`: all its members can be seen. */
function mayHave(project: ProjectFacts, placed: PlacedClass, name: string, isClosed: boolean): boolean {
  const { module, class: facts } = placed;
  const isRare = !VERSIONED.test(name) && isInOneModule(project, module, name);
  if (!(isClosed || isRare) || mayBeMember(project, placed, name)) return true;
  const isAlone = isRare && isSaidOnce(module, name);
  if (!isClosed && !(isAlone && hasNoOtherNames(project, placed))) return true;
  const hasIt = (below: PlacedClass) =>
    isAlone
      ? !hasNoOtherNames(project, below)
      : !isClosedClass(project, below) || mayBeMember(project, below, name);
  const below = subclassesOf(project, placed);
  if (below.some(hasIt) || isGivenFromOutside(project, placed, name)) return true;
  // all that it is mixed into was looked at
  const isSettled = isAlone && name.startsWith("_") && below.length > 0;
  return !isSettled && isMixinsWish(project, facts.name, name);
}

function isInOneModule(project: ProjectFacts, { path }: ModuleFacts, name: string): boolean {
  const paths = pathsWithWord(project, name);
  return paths.length === 1 && paths[0] === path;
}

/** Whether the module says a name at this one place only, and in no string: no subclass, field or caller knows of it. */
function isSaidOnce(module: ModuleFacts, name: string): boolean {
  return module.text.match(new RegExp(`\\b${name}\\b`, "g"))?.length === 1;
}

/** Whether a class gets no names but such as the tree says: all bases are known, and none makes names of others. */
function hasNoOtherNames(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.onceFor(placed.class, "no other names", () => {
    const order = project.classOrder(placed);
    const isKnown = (name: string) => OUTSIDE.has(name) || WITH_FIELDS.test(name);
    if (!order.complete && !order.classes.every((known) => hasKnownBases(project, known, isKnown)))
      return false;
    return order.classes.every(({ module, class: { node, methods, scope } }) => {
      const makesNames =
        /setattr\(\s*(self|cls)\b|self\.__dict__|vars\(self\)|self\.__class__\.__dict__/.test(node.text);
      const answersAny = methods.has("__getattr__") || methods.has("__getattribute__");
      return module.tree.errors.length === 0 && !answersAny && !makesNames && !scope.bindings.has("*");
    });
  });
}

/** A mixin counts on methods of the classes that it will be mixed into, which may be outside of the tree. */
function isMixinsWish(project: ProjectFacts, owner: string, name: string): boolean {
  if (/mixin/i.test(owner)) return true;
  return /mixin|base|abstract|common/i.test(owner) && pathsDefining(project, name).length > 0;
}

/** Classes that make attributes of the fields which they list: only what the tree does not say at all is none of these. */
const WITH_FIELDS =
  /^oslo_versionedobjects\.base\.(VersionedObject(DictCompat)?|ComparableVersionedObject|TimestampedObject|ObjectListBase)$/;

/** Members of these. */
const VERSIONED =
  /^(VERSION|OBJ_\w+|fields|child_versions|indirection_api|objects|created_at|updated_at|_context|_changed_fields|_obj_(from_primitive|make_obj_compatible|relationship_for|primitive_key|primitive_field)|obj_(name|class_from_name|from_primitive|to_primitive|make_compatible|make_compatible_from_manifest|load_attr|calculate_child_version|attr_is_set|what_changed|get_changes|reset_changes|set_defaults|fields|extra_fields|alternate_context|relationships|tree_get_versions|context|clone)|to_json_schema|keys|items|values|iteritems|itervalues|iterkeys|get|update|setdefault|pop|has_key|count|index|sort|append|__contains__)$/;

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

/** Whether a class derives from a class outside of the tree that is known to have the name. */
function isFromOutside(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return project
    .classOrder(placed)
    .classes.some(({ module, class: facts }) =>
      facts.bases.some((base) => OUTSIDE.get(outsideName(project, module, facts, base) ?? "")?.test(name)),
    );
}

function outsideName(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: PlacedClass["class"],
  base: SyntaxNode,
): string | undefined {
  if (base.type === "call") return undefined;
  const meaning = project.meaningOf(module, base.text, facts.scope.parent ?? module.scope);
  return meaning.kind === "external" ? meaning.name : undefined;
}

/** Whether every base of the class is in the tree, the language's own, or listed. */
function hasKnownBases(
  project: ProjectFacts,
  { module, class: facts }: PlacedClass,
  isKnown = (name: string) => OUTSIDE.has(name),
): boolean {
  return facts.bases.every((base) => {
    if (/^(object|(abc\.)?ABC|Exception|BaseException)$/.test(base.text)) return true;
    const meaning = project.meaningOf(
      module,
      base.type === "call" ? "" : base.text,
      facts.scope.parent ?? module.scope,
    );
    return meaning.kind === "class" || (meaning.kind === "external" && isKnown(meaning.name));
  });
}

/** Whether all members of a class can be seen. */
function isClosedClass(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.onceFor(placed.class, "closed", () => {
    const order = project.classOrder(placed);
    if (!order.complete && !order.classes.every((known) => hasKnownBases(project, known))) return false;
    return order.classes.every(({ module, class: facts }) => {
      if (
        module.tree.errors.length > 0 ||
        facts.methods.has("__getattr__") ||
        facts.methods.has("__getattribute__")
      )
        return false;
      if (
        facts.decorators.length > 0 &&
        !facts.decorators.every(({ name }) => /add_metaclass|unicode_compatible|trace_cls/.test(name ?? ""))
      )
        return false;
      if (facts.bases.some((base) => base.type === "call" || /[Tt]est|namedtuple/.test(base.text)))
        return false;
      const head = facts.node.text.slice(0, 200);
      if (
        /metaclass\s*=\s*(?!abc\.ABCMeta|ABCMeta)/.test(head) ||
        /__metaclass__|__slots__/.test(facts.node.text)
      )
        return false;
      return (
        !/setattr\(\s*(self|cls)\b|self\.__dict__|vars\(self\)|self\.__class__\.__dict__/.test(
          facts.node.text,
        ) && !facts.scope.bindings.has("*")
      );
    });
  });
}

function mayBeMember(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  return hasMember(project, placed, name) || BUILTIN.test(name) || isFromOutside(project, placed, name);
}

/** Members of `object` and of exceptions. */
const BUILTIN =
  /^(args|message|errno|strerror|filename|with_traceback|add_note|characters_written|code|reason|start|end|object|encoding|msg|lineno|offset|text|name|path)$/;

/** `hasattr(self, 'x')`, `getattr(self, 'x')`. */
function isOptional(module: ModuleFacts, name: string): boolean {
  return new RegExp(`attr\\(\\s*\\w+,\\s*['"]${name}['"]`).test(module.text);
}
