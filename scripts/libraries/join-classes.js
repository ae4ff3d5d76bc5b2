// Joins what all texts of a library say of its classes: every release together.
import { unite } from "./join-releases.js";

const OPEN = "open";

/** Bases whose members are those that every exception of the language has, or none. */
const BUILTIN =
  /^(object|ABC|abc\.ABC|Exception|BaseException|ValueError|TypeError|KeyError|IndexError|LookupError|RuntimeError|NotImplementedError|AttributeError|Warning|UserWarning|DeprecationWarning|ArithmeticError|AssertionError|StandardError)$/;

/** Bases that have no members. */
const NO_BASE = /^(object|abc\.ABC|ABC)$/;

/** The classes of one library. A class is told by the dotted name under which it is defined. */
export class ClassReleases {
  /** By the module's name the facts of its texts, from `readFacts`. */
  #modules;
  #packages;
  #meanings = new Map();
  #components = new Map();

  /** @param packages all that known libraries are imported as: their classes may be bases */
  constructor(modules, packages) {
    this.#modules = modules;
    this.#packages = packages;
    for (const [module, texts] of modules)
      for (const { names } of /\.backend\./.test(module) ? texts : [])
        for (const name of names.keys())
          this.#components.set(name, new Set([...(this.#components.get(name) ?? []), module]));
  }

  /**
   * What a name stands for in all releases: definitions `{ module, name }`, `{ outside }`, or `"open"` where one is not
   * known.
   */
  meaningsOf(dotted, depth = 0) {
    if (depth > 8) return OPEN;
    const held = this.#meanings.get(dotted);
    if (held !== undefined) return held;
    this.#meanings.set(dotted, []);
    const found = this.#findMeanings(dotted, depth);
    const answer = found.includes(OPEN)
      ? OPEN
      : [...new Map(found.map((one) => [one.outside ?? `${one.module}.${one.name}`, one])).values()];
    this.#meanings.set(dotted, answer);
    return answer;
  }

  #findMeanings(dotted, depth) {
    const at = dotted.lastIndexOf(".");
    const [module, name] = [dotted.slice(0, at), dotted.slice(at + 1)];
    const texts = this.#modules.get(module);
    if (!texts) return [this.#outside(dotted)];
    const found = [];
    for (const { names, stars } of texts) {
      for (const fact of names.get(name) ?? []) found.push(...this.#ofFact(fact, { module, name }, depth));
      if (names.has(name)) continue;
      for (const star of new Set(stars))
        if (star !== module && this.#binds(star, name))
          found.push(this.meaningsOf(`${star}.${name}`, depth + 1));
    }
    return found.flat();
  }

  #binds(module, name, depth = 0) {
    return (this.#modules.get(module) ?? []).some(
      ({ names, stars }) =>
        names.has(name) ||
        (depth < 5 && stars.some((star) => star !== module && this.#binds(star, name, depth + 1))),
    );
  }

  #outside(dotted) {
    if (BUILTIN.test(dotted)) return { outside: dotted };
    const isKnown = this.#packages.some((one) => dotted.startsWith(`${one}.`));
    const isOwn = [...this.#modules.keys()].some((one) => dotted.startsWith(`${one.split(".")[0]}.`));
    return isKnown && !isOwn ? { outside: dotted } : OPEN;
  }

  #ofFact(fact, place, depth) {
    if (fact.class || fact.signature) return [place];
    if (fact.alias === `${place.module}.${place.name}`) return [];
    if (fact.alias) return [this.meaningsOf(fact.alias, depth + 1)].flat();
    if (fact.component === undefined) return [OPEN];
    const homes = [...(this.#components.get(fact.component) ?? [])];
    return homes.length === 0
      ? [OPEN]
      : homes.flatMap((home) => this.meaningsOf(`${home}.${fact.component}`, depth + 1));
  }

  /** The classes that a name stands for in all releases; none where it may be something else. */
  classesOf(dotted) {
    const found = this.meaningsOf(dotted);
    if (found === OPEN || found.length === 0) return [];
    const areClasses = found.every(
      (one) => one.outside === undefined && this.#textsOf(one).every((fact) => fact.class),
    );
    return areClasses ? found : [];
  }

  #textsOf({ module, name }) {
    return (this.#modules.get(module) ?? []).flatMap(({ names }) =>
      (names.get(name) ?? []).filter((fact) => fact.class || fact.signature),
    );
  }

  /**
   * A class as all releases have it: `{ isClosed, bases, members }`. A member has `signatures` where a call's are known in
   * each release that has it, `isEverywhere` where no release leaves it to a base, `returns`, and `isHook`.
   */
  classAt(place) {
    const texts = this.#textsOf(place).map((fact) => fact.class);
    const bases = texts.map((one) => one.bases.map((base) => this.meaningsOf(base)));
    const known = [
      ...new Map(
        bases
          .flat(2)
          .filter((one) => one !== OPEN)
          .map((one) => [JSON.stringify(one), one]),
      ).values(),
    ];
    const own = `${place.module}.${place.name}`;
    const members = new Map();
    for (const name of new Set(texts.flatMap((one) => [...one.members.keys()])))
      members.set(name, this.#member(texts, name));
    return {
      isClosed:
        texts.every((one) => one.isClosed) && bases.flat().every((one) => one !== OPEN && one.length > 0),
      bases: known.filter((one) =>
        one.outside === undefined ? `${one.module}.${one.name}` !== own : !NO_BASE.test(one.outside),
      ),
      members,
    };
  }

  #member(texts, name) {
    const having = texts.flatMap((one) => one.members.get(name) ?? []).filter((one) => !one.isMentioned);
    if (having.length === 0) return { isMentioned: true };
    const isKnown = having.every(({ signature }) => signature !== undefined);
    const isEverywhere = texts.every(
      (one) => one.bases.every((base) => NO_BASE.test(base)) || isDefined(one, name),
    );
    const returns = having.map((one) => (one.returns === undefined ? undefined : this.typeOf(one.returns)));
    return {
      signatures: isKnown ? unite(having.map(({ signature }) => [signature])) : undefined,
      isEverywhere,
      isHook: having.some(({ isHook }) => isHook),
      returns: isKnown && isEverywhere ? sameType(returns) : undefined,
    };
  }

  /** What a function of the library gives, in all releases: `{ classes, unless }`, with the parameter that may give another. */
  typeReturned(dotted) {
    const found = this.meaningsOf(dotted);
    if (found === OPEN || found.length === 0) return undefined;
    const returns = found.flatMap((one) =>
      one.outside === undefined ? this.#textsOf(one).map((fact) => fact.returns ?? "") : [""],
    );
    const unless = [...new Set(returns.flatMap((one) => /^(\w+)\?/.exec(one)?.[1] ?? []))];
    const classes = sameType(returns.map((one) => this.typeOf(one.replace(/^\w+\?/, ""))));
    return classes === undefined || classes === "self" || unless.length > 1
      ? undefined
      : { classes, unless: unless[0] };
  }

  /** The classes of what a call of a dotted name makes. */
  typeOf(dotted, depth = 0) {
    if (dotted === "self") return "self";
    if (dotted === "" || depth > 4) return undefined;
    const classes = this.classesOf(dotted);
    if (classes.length > 0) return classes;
    const at = dotted.lastIndexOf(".");
    const holders = this.classesOf(dotted.slice(0, at));
    if (holders.length === 0) return undefined;
    const types = holders.map((holder) => {
      const having = this.#textsOf(holder).flatMap(
        (fact) => fact.class.members.get(dotted.slice(at + 1)) ?? [],
      );
      const given = sameType(having.map(({ returns }) => this.typeOf(returns ?? "", depth + 1)));
      return given === "self" ? [holder] : given;
    });
    return types.includes(undefined) ? undefined : types.flat();
  }
}

function isDefined({ members }, name) {
  return members.has(name) && !members.get(name).isMentioned;
}

/** All types together; `undefined` where one is not known, or one is "self" and another is not. */
function sameType(types) {
  if (types.length === 0 || types.includes(undefined)) return undefined;
  if (types.every((one) => one === "self")) return "self";
  if (types.includes("self")) return undefined;
  return [...new Map(types.flat().map((one) => [`${one.module}.${one.name}`, one])).values()];
}
