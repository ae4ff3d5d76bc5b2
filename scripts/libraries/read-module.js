// What one text of a library's module binds, as plain data: names, and of functions and classes what a call may pass.
// Whatever changes a signature, or could, makes it "open": anything goes.

/** Decorators of functions that leave the parameters as they are written. */
const KEEPS_PARAMETERS =
  /(^|\.)(contextmanager|remove|removed_kwarg|updated_kwarg_default_value|lru_cache|cache|deprecated|positional|synchronized|abstractmethod)$/;

/** Decorators of classes that leave the making of instances as it is. */
const KEEPS_CLASS =
  /(^|\.)(python_2_unicode_compatible|total_ordering|remove|removed_class|deprecated|runtime_checkable|VersionedObjectRegistry\.register(_if)?|register)$/;

/** Bases whose instances are made in a way of their own. */
const ODD_BASE =
  /Enum$|Flag$|tuple$|Tuple$|^(str|int|dict|list|float|type|bytes|frozenset)$|TypedDict$|Protocol$/;

/**
 * The facts of one text.
 *
 * @returns `{ isOpen, stars, names }`: `stars` are modules of star imports; each name has a list of what it is bound to:
 * `{ signature }`, `{ class: { own, bases } }`, `{ alias }` (an absolute dotted name) or `{}` for anything else
 */
export function readFacts(module, { makesNames, todays }) {
  const names = new Map();
  const add = (name, fact) => names.set(name, [...(names.get(name) ?? []), fact]);
  for (const [name, bindings] of module.scope.bindings)
    if (name !== "*") for (const binding of definitionsOf(bindings)) add(name, factOf(module, binding));
  for (const statement of module.tree.ofType("global_statement"))
    for (const { text } of statement.namedChildren) add(text, {});
  for (const facts of [...names.values()].flat())
    if (facts.alias !== undefined) facts.alias = todays(facts.alias);
    else if (facts.class) facts.class.bases = facts.class.bases.map(todays);
  const stars = module.imports.filter(({ local }) => local === "*").map((one) => todays(one.module));
  return { isOpen: makesNames(module.text) || module.tree.errors.length > 0, stars, names };
}

/** Without what `@overload` says to type checkers alone. */
function definitionsOf(bindings) {
  return bindings.filter(
    ({ decorators = [] }) => !decorators.some(({ name }) => /(^|\.)overload$/.test(name ?? "")),
  );
}

function factOf(module, binding) {
  switch (binding.kind) {
    case "function":
      return isPlain(binding.decorators, KEEPS_PARAMETERS) ? { signature: signatureOf(binding, 0) } : {};
    case "class":
      return { class: classFact(module, binding) };
    case "import":
      return { alias: binding.target };
    case "assignment":
      return /^[\w.]+$/.test(binding.value?.text ?? "") ? aliasFact(module, binding.value.text) : {};
    default:
      return {};
  }
}

function aliasFact(module, dotted) {
  const alias = absolute(module, dotted);
  return alias === undefined ? {} : { alias };
}

/** The absolute name of a dotted name at the module's level. */
function absolute(module, dotted) {
  const [first, ...rest] = dotted.split(".");
  const [binding] = module.scope.bindings.get(first) ?? [];
  if (binding?.kind === "import") return [binding.target, ...rest].join(".");
  return binding ? [module.name, dotted].join(".") : undefined;
}

function isPlain(decorators, kept) {
  return decorators.every(({ name }) => name !== undefined && kept.test(name));
}

/** `own` is the signature of `__init__`, "open" or undefined where the class inherits it. */
function classFact(module, facts) {
  const bases = facts.bases.map(({ text }) =>
    /^[\w.]+$/.test(text) ? (absolute(module, text) ?? text) : "?",
  );
  return { own: ownSignature(facts), bases: bases.filter((base) => base !== "object") };
}

function ownSignature(facts) {
  const metaclasses = [
    ...facts.node.text.slice(0, 400).matchAll(/\bmetaclass=([\w.]+)/g),
    ...facts.node.text.matchAll(/\b__metaclass__ = ([\w.]+)/g),
    ...facts.decorators.flatMap(({ node }) => [...node.text.matchAll(/add_metaclass\(([\w.]+)/g)]),
  ];
  const isOdd =
    metaclasses.some(([, name]) => !/(^|\.)ABCMeta$/.test(name)) ||
    facts.scope.bindings.has("__new__") ||
    facts.bases.some(({ text }) => ODD_BASE.test(text)) ||
    !isPlain(
      facts.decorators.filter(({ name }) => !/add_metaclass$/.test(name ?? "")),
      KEEPS_CLASS,
    );
  if (isOdd) return "open";
  const inits = definitionsOf(facts.scope.bindings.get("__init__") ?? []);
  if (inits.length === 0) return undefined;
  const [init] = inits;
  const isKnown =
    inits.length === 1 && init.kind === "function" && isPlain(init.decorators, KEEPS_PARAMETERS);
  return isKnown ? signatureOf(init, 1) : "open";
}

/** `["a", "b=", "*", "c=", "**"]`: `=` for a default, `*` and `**` for what takes the rest, `/` after positional ones. */
function signatureOf({ parameters }, bound) {
  const tokens = [];
  let hasStar = false;
  for (const [at, { name, kind, defaultValue }] of parameters.entries()) {
    if (at < bound && kind.startsWith("positional")) continue;
    if (kind === "keyword-only" && !hasStar) {
      tokens.push("&");
      hasStar = true;
    }
    if (kind === "var-positional") hasStar = true;
    tokens.push(
      kind === "var-positional" ? "*" : kind === "var-keyword" ? "**" : name + (defaultValue ? "=" : ""),
    );
    const isLastPositional = kind === "positional-only" && parameters[at + 1]?.kind !== "positional-only";
    if (isLastPositional) tokens.push("/");
  }
  return tokens;
}
