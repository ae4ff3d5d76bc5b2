import {
  baseMeaning,
  type ClassFacts,
  type Finding,
  hasOwnMember,
  literalKeys,
  type ModuleFacts,
  type PlacedClass,
  type ProjectFacts,
  pathsWithClass,
  pathsWithWord,
  plainName,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  subclassesOf,
} from "../../src/rule.ts";

/** `self.uuid` of a versioned object whose fields have no uuid. */
export const noSuchField: Rule = {
  id: "names/no-such-field",
  title: "field that a versioned object does not have",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/1ca191fc",
  mentions: [["fields = {"], ["self."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    const placed = { module, class: facts };
    const fields = facts.scope.bindings.has("fields") ? fieldsOf(project, placed) : undefined;
    if (!fields) continue;
    const told = new Set<string>();
    for (const node of readsOfSelf(module, facts)) {
      const name = node.field("attribute")?.text ?? "";
      if (told.has(name) || fields.has(name) || VERSIONED.test(name) || mayBeGiven(project, placed, name))
        continue;
      const object = node.field("object");
      if (!object || receiverClass(project, module, object)?.class !== facts) continue;
      told.add(name);
      yield {
        span: node,
        message: `self.${name}: ${facts.name} has no field of that name, and nothing sets it: AttributeError when this line runs`,
      };
    }
  }
}

/** What the object reads of itself in the methods of the class. */
function readsOfSelf(module: ModuleFacts, { node: owner }: ClassFacts): readonly SyntaxNode[] {
  return module.tree
    .ofType("attribute")
    .filter(
      (node) =>
        owner.start <= node.start &&
        node.end <= owner.end &&
        node.field("object")?.text === "self" &&
        !(node.fieldName === "left" && /assignment$/.test(node.parent?.type ?? "")),
    );
}

/** The fields of a class and its bases, where all bases can be seen down to the library's and each writes its fields out. */
function fieldsOf(project: ProjectFacts, placed: PlacedClass): ReadonlySet<string> | undefined {
  const { classes } = project.classOrder(placed);
  if (!classes.every((known) => hasKnownBases(project, known))) return undefined;
  if (!classes.some((known) => isVersioned(project, known))) return undefined;
  const fields = new Set<string>();
  for (const { class: facts } of classes) {
    if (/__getattr__|setattr\(\s*(self|cls)\b|self\.__dict__|\bfields\.update\(/.test(facts.node.text))
      return undefined;
    const [binding, ...more] = facts.scope.bindings.get("fields") ?? [];
    if (!binding) continue;
    const value = binding.kind === "assignment" && more.length === 0 ? binding.value : null;
    const names = value?.type === "dictionary" ? literalKeys(value) : undefined;
    if (!names) return undefined;
    for (const name of names) fields.add(name);
  }
  return fields;
}

/** The base classes that make an attribute of each field. */
const LIBRARY =
  /^oslo_versionedobjects\.base\.(VersionedObject(DictCompat)?|ComparableVersionedObject|TimestampedObject)$/;

function hasKnownBases(project: ProjectFacts, placed: PlacedClass): boolean {
  return placed.class.bases.every(
    (base) =>
      base.text === "object" ||
      isLibrarys(project, placed, base) ||
      baseMeaning(project, placed, base).kind === "class",
  );
}

function isVersioned(project: ProjectFacts, placed: PlacedClass): boolean {
  return placed.class.bases.some((base) => isLibrarys(project, placed, base));
}

function isLibrarys(project: ProjectFacts, placed: PlacedClass, base: SyntaxNode): boolean {
  const meaning = baseMeaning(project, placed, base);
  return meaning.kind === "external" && LIBRARY.test(meaning.name);
}

/** Members of these. */
const VERSIONED =
  /^(__\w+__|VERSION|OBJ_\w+|fields|child_versions|indirection_api|_context|_changed_fields|_obj_\w+|obj_\w+|to_json_schema|created_at|updated_at|keys|items|values|iteritems|itervalues|iterkeys|get|update|setdefault|pop|has_key)$/;

/** A member of the class or of one below it, or what something gives the object from outside. */
function mayBeGiven(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  const { classes } = project.classOrder(placed);
  const has = (one: PlacedClass) => hasOwnMember(one, name);
  // a base reads what each class below it has to have
  const hasField = ({ class: facts }: PlacedClass) =>
    new RegExp(`['"]${name}['"]\\s*:`).test(facts.node.text);
  if (classes.some(has)) return true;
  if (subclassesOf(project, placed).some((below) => has(below) || hasField(below))) return true;
  if (new RegExp(`attr\\(\\s*\\w+,\\s*['"]${name}['"]`).test(placed.module.text)) return true;
  const given = new RegExp(`\\b(\\w+)\\.${name}\\s*=[^=]`, "g");
  return pathsWithWord(project, name).some((path) =>
    [...(project.text(path) ?? "").matchAll(given)].some(
      ([, holder = ""]) =>
        holder !== "self" && mayBeOf(holder, placed.class.name) && !isAnothers(project, holder, placed),
    ),
  );
}

/** Whether a variable is called like another class of the tree: `pci_device` where there is a PciDevice. */
function isAnothers(project: ProjectFacts, holder: string, placed: PlacedClass): boolean {
  return plainName(holder) !== plainName(placed.class.name) && pathsWithClass(project, holder).length > 0;
}

/** Whether a variable goes by a class: `bdm`, `mapping`, `obj` of BlockDeviceMapping. */
function mayBeOf(holder: string, name: string): boolean {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g) ?? [];
  const initials = words
    .map((word) => word.charAt(0))
    .join("")
    .toLowerCase();
  return (
    /^_?(obj|new|old|db|cls|that|other)/.test(holder) ||
    holder.includes(initials) ||
    words.some((word) => holder.includes(word.toLowerCase()))
  );
}
