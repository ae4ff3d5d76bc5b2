import {
  type CallFacts,
  functionsNamed,
  hasSeenMember,
  isOfContainer,
  literally,
  type ModuleFacts,
  type PlacedClass,
  type ProjectFacts,
  pathsDefining,
  pathsWithWord,
  registeredNamesakes,
  subclassesOf,
} from "../../../src/rule.ts";

/** What an object goes by, and the class whose methods are called on it. */
export interface Company {
  readonly part: string;
  readonly placed: PlacedClass;
  /** Whose calls tell: those of the whole tree under its name, of its own module, or there of an object that bears its class' name. */
  readonly by: "tree" | "module" | "name";
}

/** The company that the object of a call keeps in the whole tree under its name, or in its module under the same expression. */
export function companyOf(
  project: ProjectFacts,
  module: ModuleFacts,
  { callee }: CallFacts,
): Company | undefined {
  const object = callee.field("object")?.text ?? "";
  if (!/^[A-Za-z_][\w.]*$/.test(object)) return undefined;
  const part = object.split(".").at(-1) ?? "";
  const everywhere = isTelling(part) ? companyInTree(project, part) : undefined;
  if (everywhere) return { part, placed: everywhere, by: "tree" };
  // what `self` has is told by other rules
  if (/^(self|cls)$/.test(object)) return undefined;
  const here = companyHere(project, module, object);
  if (here) return { part: object, placed: here, by: "module" };
  const [namesake, ...others] = registeredNamesakes(project, part);
  return namesake && others.length === 0 && keepsItsOwn(project, module, object, namesake)
    ? { part: object, placed: namesake, by: "name" }
    : undefined;
}

/** Whether all that a module calls on an expression are methods of a class, two at least, and one that is not. */
function keepsItsOwn(
  project: ProjectFacts,
  module: ModuleFacts,
  object: string,
  placed: PlacedClass,
): boolean {
  const names = namesCalled(project, [module.text], callsOn(object));
  const own = names.filter((name) => hasSeenMember(project, placed, name));
  return own.length >= 2 && own.length === names.length - 1;
}

/** Calls on what is written so. */
function callsOn(object: string): RegExp {
  return new RegExp(`(?<![\\w.])${literally(object)}\\.(\\w+)\\(`, "g");
}

/** `state_manager` of `self.state_manager.lock_task()`: long enough to be called so for what it is. */
function isTelling(part: string): boolean {
  return part.length > 5 && part.includes("_");
}

/** A class that has three in four of the methods which the tree calls on things of a name, or more. */
function companyInTree(project: ProjectFacts, part: string): PlacedClass | undefined {
  return project.once(`company of ${part}`, () => {
    const texts = pathsWithWord(project, part).map((path) => project.text(path) ?? "");
    const names = namesCalled(project, texts, new RegExp(`\\b${literally(part)}\\.(\\w+)\\(`, "g"));
    return ownerOfMost(project, names, names.length / 4);
  });
}

/** A class that has all methods which a module calls on one expression but one in ten. */
function companyHere(project: ProjectFacts, module: ModuleFacts, object: string): PlacedClass | undefined {
  const names = namesCalled(project, [module.text], callsOn(object));
  return ownerOfMost(project, names, Math.max(1, names.length / 10));
}

/** Fewer methods may have the names of a class' by chance; what begins with an underscore is called by those who know the class. */
const FEWEST = 4;

function weightOf(name: string): number {
  return /^_[^_]/.test(name) ? 2 : 1;
}

/** The names, each once, that texts call on what a pattern finds, which may be a module as well. */
function namesCalled(project: ProjectFacts, texts: readonly string[], pattern: RegExp): readonly string[] {
  const names = new Set<string>();
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(pattern)) if (!isOfContainer(name)) names.add(name);
  return [...names].filter((name) => !isOfModule(project, name));
}

/** Whether only functions of modules, and classes, have a name. */
function isOfModule(project: ProjectFacts, name: string): boolean {
  const homes = pathsDefining(project, name).flatMap((path) => project.module(path) ?? []);
  return (
    homes.length > 0 &&
    homes.every(
      (home) => home.scope.bindings.has(name) && functionsNamed(home, name).every(({ owner }) => !owner),
    )
  );
}

/** A class that has some of the names itself, and with those above and below it all but so many. */
function ownerOfMost(
  project: ProjectFacts,
  names: readonly string[],
  mostLacking: number,
): PlacedClass | undefined {
  const counts = new Map<PlacedClass["class"], number>();
  const candidates = new Map<PlacedClass["class"], PlacedClass>();
  for (const name of names)
    for (const placed of ownersOf(project, name)) {
      counts.set(placed.class, (counts.get(placed.class) ?? 0) + weightOf(name));
      candidates.set(placed.class, placed);
    }
  return [...candidates.values()]
    .filter((placed) => (counts.get(placed.class) ?? 0) >= FEWEST)
    .sort((one, other) => (counts.get(other.class) ?? 0) - (counts.get(one.class) ?? 0))
    .slice(0, MOST_CANDIDATES)
    .find((placed) => {
      const family = [placed, ...subclassesOf(project, placed)];
      const has = (name: string) => family.some((one) => hasSeenMember(project, one, name));
      return names.filter((name) => !has(name)).length <= mostLacking && !isWrapper(family, names);
    });
}

/** Whether classes hand half of what is asked of them on under the same names: what they wrap may have more. */
function isWrapper(family: readonly PlacedClass[], names: readonly string[]): boolean {
  const texts = family.map(({ class: { node } }) => node.text);
  const handedOn = names.filter((name) => {
    const pattern = new RegExp(`(?<!\\bself|\\bcls|\\))\\.${literally(name)}\\(`);
    return texts.some((text) => pattern.test(text));
  });
  return handedOn.length * 2 >= names.length;
}

/** Those that have fewer of the names than so many others are not looked at. */
const MOST_CANDIDATES = 6;

/**
 * The classes that have a method, and those above them that have it first; none where many do, as what many have tells
 * nothing.
 */
function ownersOf(project: ProjectFacts, name: string): readonly PlacedClass[] {
  const paths = pathsDefining(project, name);
  if (paths.length > MOST_MODULES) return [];
  const owners = new Map<PlacedClass["class"], PlacedClass>();
  const roots = new Set<PlacedClass["class"]>();
  for (const path of paths) {
    const module = project.module(path);
    for (const { owner } of module ? functionsNamed(module, name) : []) {
      if (!module || !owner) continue;
      const placed = { module, class: owner };
      const root = rootWith(project, placed, name);
      roots.add(root.class);
      for (const one of [placed, root]) owners.set(one.class, one);
    }
  }
  return roots.size > 3 ? [] : [...owners.values()];
}

/** Drivers beside each other, which have what their base class has. */
const MOST_MODULES = 12;

/** The topmost of the classes above one that have a method: itself, where none has. */
function rootWith(project: ProjectFacts, placed: PlacedClass, name: string): PlacedClass {
  return project.classOrder(placed).classes.findLast((one) => one.class.methods.has(name)) ?? placed;
}
