import {
  type ClassFacts,
  classSight,
  type Finding,
  hasOwnMember,
  hasSeenMember,
  isOfVersioned,
  isTarget,
  isVersioned,
  literalKeys,
  literally,
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
    for (const node of readsOfSelf(module, facts)) {
      const name = node.field("attribute")?.text ?? "";
      if (fields.has(name) || isOfVersioned(name) || /^__\w+__$/.test(name)) continue;
      if (mayBeGiven(project, placed, name)) continue;
      const object = node.field("object");
      if (!object || receiverClass(project, module, object)?.class !== facts) continue;
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
        !isTarget(node),
    );
}

/** The fields of a class and its bases, where all bases can be seen down to the library's and each writes its fields out. */
function fieldsOf(project: ProjectFacts, placed: PlacedClass): ReadonlySet<string> | undefined {
  if (classSight(project, placed) !== "names" || !isVersioned(project, placed)) return undefined;
  const fields = new Set<string>();
  for (const { class: facts } of project.classOrder(placed).classes) {
    if (/setattr\(\s*(self|cls)\b|\bfields\.update\(/.test(facts.node.text)) return undefined;
    const [binding, ...more] = facts.scope.bindings.get("fields") ?? [];
    if (!binding) continue;
    const value = binding.kind === "assignment" && more.length === 0 ? binding.value : null;
    const names = value?.type === "dictionary" ? literalKeys(value) : undefined;
    if (!names) return undefined;
    for (const name of names) fields.add(name);
  }
  return fields;
}

/** A member of the class or of one below it, or what something gives the object from outside. */
function mayBeGiven(project: ProjectFacts, placed: PlacedClass, name: string): boolean {
  // a base reads what each class below it has to have
  const hasField = ({ class: facts }: PlacedClass) =>
    new RegExp(`['"]${literally(name)}['"]\\s*:`).test(facts.node.text);
  if (hasSeenMember(project, placed, name)) return true;
  if (subclassesOf(project, placed).some((below) => hasOwnMember(below, name) || hasField(below)))
    return true;
  if (new RegExp(`attr\\(\\s*\\w+,\\s*['"]${literally(name)}['"]`).test(placed.module.text)) return true;
  const given = new RegExp(`\\b(\\w+)\\.${literally(name)}\\s*=[^=]`, "g");
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
