import {
  classOfValue,
  type Finding,
  hasMember,
  isSlip,
  type ModuleFacts,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  receiverClass,
  type SyntaxNode,
  slipsFrom,
  standardNames,
} from "../../src/rule.ts";

/** `x.manage_exisiting()` where nothing has that name and something here is named nearly so. */
export const misspeltMember: Rule = {
  id: "names/misspelt-member",
  title: "method name that is nearly another's and nobody's",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/7ba7b5595d",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const own = namesDefinedIn(module);
  const told = new Set<string>();
  yield* misspeltReads(module, project);
  for (const { callee } of module.calls) {
    const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
    if (name.length < 10 || !name.includes("_") || own.has(name) || told.has(name)) continue;
    // a look-up; most names end here
    if (isKnownElsewhere(project, module, name)) continue;
    const near =
      (isOutside(project, module, callee) ? undefined : nearest(name, own)) ??
      nearest(name, inherited(project, module, callee)) ??
      hiddenByUnderscore(project, module, callee, name) ??
      nearestOutside(project, module, callee, name) ??
      nearestCalled(project, module, callee, name);
    if (near === undefined || !isSaidOnce(module, name)) continue;
    told.add(name);
    yield {
      span: callee.field("attribute") ?? callee,
      message: `nothing in this tree is named '${name}': '${near}' is meant, and this raises AttributeError`,
    };
  }
}

/** `cfg.BootOpt`, `cluster.deafult_zone`: read once in the whole tree, a slip from what others read of the same thing. */
function* misspeltReads(module: ModuleFacts, project: ProjectFacts): Generator<Finding> {
  for (const node of module.tree.ofType("attribute")) {
    const name = node.field("attribute")?.text ?? "";
    const object = node.field("object");
    if (
      name.length < 7 ||
      /^[A-Z_\d]+$/.test(name) ||
      object?.type !== "identifier" ||
      /^(self|cls)$/.test(object.text)
    )
      continue;
    // a look-up; most names end here
    if (node.fieldName === "left" || isKnownElsewhere(project, module, name)) continue;
    const meaning = project.meaning(module, object);
    const known = standardNames.get(meaning.kind === "external" ? meaning.name : object.text);
    if (known?.has(name)) continue;
    const isTelling = meaning.kind === "external" || (meaning.kind === "unknown" && name.length > 9);
    if (!isTelling || !isSaidOnce(module, name)) continue;
    const read = project.once(`read of ${object.text}`, () => namesAfter(project, object.text, ""));
    const near = [...read].find(([other, count]) => count >= 2 && isSlip(name, other))?.[0];
    if (near === undefined) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `nothing else in this tree reads '${name}' of '${object.text}': '${near}' is meant, and this raises AttributeError`,
    };
  }
}

/** A call on a module, of the tree or from outside: the names of this module say nothing of it. */
function isOutside(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): boolean {
  const object = callee.field("object");
  const kind = object ? project.meaning(module, object).kind : undefined;
  return kind === undefined || kind === "external" || kind === "module";
}

/** Methods of the classes above the one around a call of `self`. */
function inherited(project: ProjectFacts, module: ModuleFacts, callee: SyntaxNode): ReadonlySet<string> {
  const object = callee.field("object");
  const placed = object ? receiverClass(project, module, object) : undefined;
  const classes = placed ? project.classOrder(placed).classes : [];
  return new Set(classes.flatMap(({ class: facts }) => [...facts.methods.keys()]));
}

/** `_name` of the value's known class, by a name without the underscore; a base from outside may have that one too. */
function hiddenByUnderscore(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  name: string,
): string | undefined {
  const object = callee.field("object");
  // a look-up: most names have no such twin
  if (!object || object.text === "self" || pathsWithWord(project, `_${name}`).length === 0) return undefined;
  const placed = classOfValue(project, module, object);
  if (!placed) return undefined;
  const { classes, complete } = project.classOrder(placed);
  if (!complete || classes.some(({ class: { methods } }) => methods.has("__getattr__"))) return undefined;
  return hasMember(project, placed, `_${name}`) ? `_${name}` : undefined;
}

/** What three other modules call of a module from outside, if the name is that with a letter or two more or less. */
function nearestOutside(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  name: string,
): string | undefined {
  const object = callee.field("object");
  const meaning = object?.type === "identifier" ? project.meaning(module, object) : undefined;
  if (!object || meaning?.kind !== "external" || name.length < 14) return undefined;
  const used = project.once(`called of ${object.text}`, () => namesAfter(project, object.text, "\\("));
  return [...used].find(([other, count]) => count > 2 && isPartOf(name, other))?.[0];
}

/** What the tree calls of a thing that goes by the same name, if this is a slip of it. */
function nearestCalled(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  name: string,
): string | undefined {
  const object = callee.field("object");
  const called = object?.type === "attribute" ? object.field("attribute")?.text : object?.text;
  if (!object || !called || !/^\w+$/.test(called) || isOutside(project, module, callee)) return undefined;
  return slipsFrom(project, name).find((other) => {
    const call = new RegExp(`\\b${called}\\.${other}\\(`);
    return pathsWithWord(project, other).some((path) => call.test(project.text(path) ?? ""));
  });
}

/** How many modules say each name of a thing that goes by this name. */
function namesAfter(project: ProjectFacts, local: string, after: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const pattern = new RegExp(`\\b${local}\\.(\\w+)${after}`, "g");
  for (const path of pathsWithWord(project, local)) {
    const names = new Set([...(project.text(path) ?? "").matchAll(pattern)].map(([, name]) => name ?? ""));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** One is the other with one run of at most two letters taken out, within a word. */
function isPartOf(written: string, meant: string): boolean {
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  const more = long.length - short.length;
  if (more < 1 || more > 2) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  // `register` and `unregister` are two words
  if (from === 0) return false;
  // of one, and of many
  const isPlural = from === short.length && /^e?s$/.test(long.slice(from));
  return (
    !isPlural && short.slice(from) === long.slice(from + more) && !/[_\d]/.test(long.slice(from, from + more))
  );
}

const defined = new WeakMap<ModuleFacts, ReadonlySet<string>>();

function namesDefinedIn(module: ModuleFacts): ReadonlySet<string> {
  let names = defined.get(module);
  if (!names) {
    names = new Set(module.functions.map(({ name }) => name));
    defined.set(module, names);
  }
  return names;
}

function nearest(name: string, among: ReadonlySet<string>): string | undefined {
  return [...among].find((other) => isSlip(name, other));
}

/** Whether another file of the tree says the name. */
function isKnownElsewhere(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  return pathsWithWord(project, name).some((path) => path !== module.path);
}

/** Whether the module says the name at one place only, as something called or read. */
function isSaidOnce(module: ModuleFacts, name: string): boolean {
  const words = module.text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
  return words === 1 && module.tree.ofType("identifier").some(({ text }) => text === name);
}
