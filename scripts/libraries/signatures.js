// How functions of a library are called, as plain data. Whatever changes a signature, or could, makes it unknown: anything goes.

/** Decorators of functions that leave the parameters as they are written. */
const KEEPS_PARAMETERS =
  /(^|\.)(contextmanager|remove|removed_kwarg|updated_kwarg_default_value|lru_cache|cache|deprecated|positional|synchronized|abstractmethod)$/;

/** Without what `@overload` says to type checkers alone. */
export function definitionsOf(bindings) {
  return bindings.filter(
    ({ decorators = [] }) => !decorators.some(({ name }) => /(^|\.)overload$/.test(name ?? "")),
  );
}

/** Whether all decorators are such as `kept` says. */
export function isPlain(decorators, kept) {
  return decorators.every(({ name }) => name !== undefined && kept.test(name));
}

/** Whether callers see the parameters of a function as they are written. */
export function keepsParameters(decorators) {
  return isPlain(decorators, KEEPS_PARAMETERS);
}

/** The absolute name of a dotted name at the module's level. */
export function absolute(module, dotted) {
  const [first, ...rest] = dotted.split(".");
  const [binding] = module.scope.bindings.get(first) ?? [];
  if (binding?.kind === "import") return [binding.target, ...rest].join(".");
  return binding ? [module.name, dotted].join(".") : undefined;
}

/** `["a", "b=", "*", "c=", "**"]`: `=` for a default, `*` and `**` for what takes the rest, `/` after positional ones. */
export function signatureOf({ parameters }, bound) {
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
