// Joins what all texts of a library's modules bind into one answer for each name: what every release together has.

const OPEN = "open";

/** The modules of one library, with the facts of all their texts; answers are worked out on demand. */
export class Releases {
  /** By the module's name the facts of its texts, from `readFacts`. */
  #modules;
  #answers = new Map();
  #names = new Map();
  #odd = new Map();

  constructor(modules) {
    this.#modules = modules;
  }

  /** Whether the module may have names that none of its texts spells. */
  isOpen(name, seen = new Set()) {
    if (seen.has(name)) return false;
    seen.add(name);
    return this.#modules
      .get(name)
      .some(
        ({ isOpen, stars }) =>
          isOpen || stars.some((star) => !this.#modules.has(star) || this.isOpen(star, seen)),
      );
  }

  /** The names of a module, those of star imports too. */
  namesOf(name) {
    const held = this.#names.get(name);
    if (held !== undefined) return held;
    const found = new Set();
    this.#names.set(name, found);
    for (const { names, stars } of this.#modules.get(name) ?? []) {
      for (const one of names.keys()) found.add(one);
      for (const star of new Set(stars)) for (const one of this.namesOf(star)) found.add(one);
    }
    return found;
  }

  /** The signatures under which a name may be called in some release; `"open"` where one of them is not known. */
  signaturesOf(dotted, depth = 0) {
    if (depth > 8) return OPEN;
    const held = this.#answers.get(dotted);
    if (held !== undefined) return held;
    this.#answers.set(dotted, OPEN);
    const answer = this.#joined(dotted, depth);
    this.#answers.set(dotted, answer);
    return answer;
  }

  #joined(dotted, depth) {
    const at = dotted.lastIndexOf(".");
    const [module, name] = [dotted.slice(0, at), dotted.slice(at + 1)];
    const found = [];
    for (const { names, stars } of this.#modules.get(module) ?? []) {
      for (const fact of names.get(name) ?? [])
        if (fact.alias !== dotted) found.push(this.#ofFact(fact, depth));
      if (!names.has(name)) found.push(...this.#ofStars(stars, module, name, depth));
    }
    return unite(found);
  }

  #ofStars(stars, module, name, depth) {
    return stars
      .filter((star) => star !== module) // the package's former name takes all from today's
      .flatMap((star) => {
        if (this.namesOf(star).has(name)) return [this.signaturesOf(`${star}.${name}`, depth + 1)];
        return !this.#modules.has(star) || this.isOpen(star) ? [OPEN] : [];
      });
  }

  #ofFact(fact, depth) {
    if (fact.signature) return [fact.signature];
    if (fact.alias) return this.signaturesOf(fact.alias, depth + 1);
    if (fact.component) return this.#ofComponent(fact.component, depth);
    return fact.class ? this.#ofClass(fact.class, depth) : OPEN;
  }

  /** What oslo.service has in each of its backends. */
  #ofComponent(name, depth) {
    const homes = [...this.#modules].filter(
      ([home, texts]) => /\.backend\./.test(home) && texts.some(({ names }) => names.has(name)),
    );
    return unite(homes.map(([home]) => this.signaturesOf(`${home}.${name}`, depth + 1)));
  }

  #ofClass({ own, bases }, depth) {
    if (own === OPEN || bases.includes("?")) return OPEN;
    if (own !== undefined) return bases.some((base) => this.#isOdd(base)) ? OPEN : [own];
    return bases.length === 0 ? [[]] : unite(bases.map((base) => this.signaturesOf(base, depth + 1)));
  }

  /** Whether a base of the library makes instances in a way of its own. */
  #isOdd(base) {
    const held = this.#odd.get(base);
    if (held !== undefined) return held;
    this.#odd.set(base, false);
    const at = base.lastIndexOf(".");
    const facts = (this.#modules.get(base.slice(0, at)) ?? []).flatMap(
      ({ names }) => names.get(base.slice(at + 1)) ?? [],
    );
    const isOdd = facts.some(
      (fact) =>
        fact.class?.own === OPEN ||
        (fact.class?.bases ?? []).some((one) => this.#isOdd(one)) ||
        (fact.alias !== undefined && this.#isOdd(fact.alias)),
    );
    this.#odd.set(base, isOdd);
    return isOdd;
  }
}

/** All signatures together, those left out that another one takes in. */
export function unite(answers) {
  if (answers.length === 0 || answers.includes(OPEN)) return OPEN;
  const all = new Map(answers.flat().map((signature) => [signature.join(), signature]));
  const list = [...all.values()].sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1));
  const kept = [];
  for (const one of list) if (!kept.some((other) => takesIn(other, one))) kept.push(one);
  return kept;
}

/** Whether every call that fits `small` fits `large`. */
function takesIn(large, small) {
  if (large.includes("/") || small.includes("/")) return large.join() === small.join();
  const [more, less] = [partsOf(large), partsOf(small)];
  if ((less.takesRest && !more.takesRest) || (less.takesNames && !more.takesNames)) return false;
  const isOptional = (token) => token.endsWith("=");
  const bare = (token) => token.replace("=", "");
  const fits = (mine, theirs) => bare(mine) === bare(theirs) && (isOptional(mine) || !isOptional(theirs));
  for (const [at, token] of less.positional.entries())
    if (more.positional[at] === undefined || !fits(more.positional[at], token)) return false;
  const left = [...more.positional.slice(less.positional.length), ...more.keywords];
  if (less.takesRest && more.positional.length > less.positional.length) return false;
  return (
    less.keywords.every((token) => left.some((mine) => fits(mine, token))) &&
    left.every((mine) => isOptional(mine) || less.keywords.some((token) => fits(mine, token)))
  );
}

function partsOf(tokens) {
  const star = tokens.findIndex((token) => token === "*" || token === "&");
  const plain = tokens.filter((token) => token !== "**");
  return {
    positional: star < 0 ? plain : plain.slice(0, star),
    keywords: star < 0 ? [] : plain.slice(star + 1),
    takesRest: tokens.includes("*"),
    takesNames: tokens.includes("**"),
  };
}
