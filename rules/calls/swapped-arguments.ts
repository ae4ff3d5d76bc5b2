import {
  type Argument,
  type CheckedCall,
  checkedCallsOf,
  type Finding,
  type ModuleFacts,
  openParameters,
  type Parameter,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** Positional arguments whose own names say that they stand in each other's place. */
export const swappedArguments: Rule = {
  id: "calls/swapped-arguments",
  title: "argument in another parameter's place",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const checked of checkedCallsOf(project, module)) {
    if (checked.fit.misfits.some(({ kind }) => kind !== "missing")) continue;
    const found = misplaced(checked);
    if (!found || isTurnedAround(module, checked, found)) continue;
    const { function: callable, module: home } = checked.callee;
    yield {
      span: checked.call,
      message: found.message,
      related: [
        {
          path: home.path,
          span: callable.node.field("parameters") ?? callable.node,
          message: "defined here",
        },
      ],
    };
  }
}

interface Placed {
  readonly said: string;
  readonly argument: Argument;
  readonly parameter: Parameter;
}

interface Misplaced {
  readonly message: string;
  /** Names that nobody turns around on purpose: they have no word in common. */
  readonly isPlain?: boolean;
}

function misplaced(checked: CheckedCall): Misplaced | undefined {
  const placed: Placed[] = [];
  for (const [argument, parameter] of checked.fit.filled) {
    if (argument.kind !== "positional") continue;
    const said = spokenName(argument.value);
    if (said !== undefined) placed.push({ said, argument, parameter });
  }
  if (placed.length === 0) return undefined;
  const crossed = swapped(checked, placed);
  if (crossed) return crossed;
  const message = cycled(checked, placed) ?? slid(checked, placed) ?? shifted(checked, placed);
  return message === undefined ? undefined : { message };
}

/** Two arguments, each named as the other's parameter. */
function swapped({ shown }: CheckedCall, placed: readonly Placed[]): Misplaced | undefined {
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (!fits(one.said, other.parameter.name) || !fits(other.said, one.parameter.name)) continue;
      if (fits(one.said, one.parameter.name) || fits(other.said, other.parameter.name)) continue;
      if (isReversal(one, other)) continue;
      return {
        message: `${shown}(): '${one.said}' and '${other.said}' are swapped: the parameters there are '${one.parameter.name}' and '${other.parameter.name}'`,
        isPlain: !plain(one.said)
          .split("_")
          .some((word) => plain(other.said).split("_").includes(word)),
      };
    }
  }
  return undefined;
}

/** Three or more arguments that rotate: each but one is named nearly as the parameter beside its own. */
function cycled({ shown }: CheckedCall, placed: readonly Placed[]): string | undefined {
  const wrong = placed.filter(
    ({ said, parameter }) => !fits(said, parameter.name) && !resembles(said, parameter.name),
  );
  const elsewhere = wrong.filter((one) =>
    placed.some(
      (other) =>
        other !== one &&
        resembles(one.said, other.parameter.name) &&
        !resembles(other.said, other.parameter.name),
    ),
  );
  if (wrong.length < 3 || elsewhere.length < 2) return undefined;
  const names = elsewhere.map(({ said }) => `'${said}'`).join(", ");
  return `${shown}(): ${names} stand in other parameters' places: the parameters are ${placed.map(({ parameter }) => `'${parameter.name}'`).join(", ")}`;
}

/** Every argument one place too early: `delete(image, snapshot)` of `delete(pool, image_name, snapshot_name=None)`. */
function slid(checked: CheckedCall, placed: readonly Placed[]): string | undefined {
  const open = openParameters(checked.callee).filter(({ kind }) => kind === "positional-or-keyword");
  const given = checked.passing.arguments;
  if (given.length < 2 || given.length !== placed.length || open.length !== given.length + 1)
    return undefined;
  const isSlid = placed.every(({ said, parameter }, at) => {
    const next = open[at + 1];
    return next !== undefined && sharesWords(said, next.name) && !sharesWords(said, parameter.name);
  });
  if (!isSlid || open.at(-1)?.defaultValue === null) return undefined;
  return `${checked.shown}(): each argument stands in the place before its own: the parameters are ${open.map(({ name }) => `'${name}'`).join(", ")}`;
}

/** All words of the shorter name are words of the other: `image` and `image_name`. */
function sharesWords(said: string, parameter: string): boolean {
  const left = plain(said).split("_");
  const right = plain(parameter).split("_");
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.every((word) => word.length > 2 && long.includes(word));
}

/** An argument named exactly as a later parameter that nothing fills, in the place of an optional one. */
function shifted(checked: CheckedCall, placed: readonly Placed[]): string | undefined {
  const filled = new Set([...checked.fit.filled.values()].map(({ name }) => name));
  const open = openParameters(checked.callee);
  for (const { said, argument, parameter } of placed) {
    if (argument.value.type !== "identifier" || said === parameter.name) continue;
    const meant = open.find(({ name }) => name === said);
    if (!meant || filled.has(meant.name) || open.indexOf(meant) <= open.indexOf(parameter)) continue;
    // in a required parameter's place any value may be meant; two optional ones are confused
    if (meant.kind === "keyword-only" || parameter.defaultValue === null) continue;
    if (placed.some((other) => other.argument !== argument && fits(other.said, parameter.name))) continue;
    return `${checked.shown}(): '${said}' is passed in the place of '${parameter.name}'; the parameter '${said}' comes later and gets nothing`;
  }
  return undefined;
}

const TURNING =
  /revers|revert|flip|\bswap(s|ping)?\b|opposite|other way|fail-?_?back|mirror(?!_count|s\b)|undo|rollback|invert/i;

/** Code that undoes or mirrors something calls with the arguments turned around, and says so. */
function isTurnedAround(module: ModuleFacts, { call, callee }: CheckedCall, { isPlain }: Misplaced): boolean {
  const around = module.functionAround(call);
  if (!around) return false;
  // a long function tells of many things
  if (TURNING.test(isPlain ? around.name : around.node.text)) return true;
  return around === callee.function;
}

/** `f(b, a)` within `f(a, b)` itself, or under names that come in pairs, is meant. */
function isReversal(one: Placed, other: Placed): boolean {
  const short = one.said.length < 3 || other.said.length < 3;
  const paired =
    /(left|right|old|new|src|dst|dest|source|target|from|to|first|second|before|after|expected|actual|local|remote|start|end|x|y|a|b)$/;
  return short || (paired.test(one.said) && paired.test(other.said));
}

/** The name an argument goes by: `a` of `a`, `self.a` and `x.a`; `x_a` of `x['a']`. */
function spokenName(node: SyntaxNode): string | undefined {
  if (node.type === "identifier") return node.text;
  if (node.type === "attribute") return node.field("attribute")?.text;
  if (node.type === "call") return keyAskedFor(node);
  if (node.type !== "subscript") return undefined;
  const key = stringValue(node.field("subscript"));
  const object = node.field("value");
  return key && object?.type === "identifier" ? `${object.text}_${key}` : undefined;
}

/** `a` of `kwargs.get('a')` and `kwargs.pop('a', None)`. */
function keyAskedFor(call: SyntaxNode): string | undefined {
  const callee = call.field("function");
  const isLookUp = callee?.type === "attribute" && /^(get|pop)$/.test(callee.field("attribute")?.text ?? "");
  return isLookUp ? stringValue(call.field("arguments")?.namedChildren[0]) : undefined;
}

function plain(name: string): string {
  return name.replace(/^_+/, "").toLowerCase();
}

/** The same name, or `instance['uuid']` for `instance_uuid`. */
function fits(said: string, parameter: string): boolean {
  return plain(said) === plain(parameter);
}

/** The words of one name begin as those of the other: `uid_map` and `uid_mappings`. */
function resembles(said: string, parameter: string): boolean {
  const left = plain(said).split("_");
  const right = plain(parameter).split("_");
  if (left.length !== right.length) return false;
  return left.every((word, at) => {
    const other = right[at] ?? "";
    const length = Math.min(word.length, other.length);
    return length >= 3 && word.slice(0, length) === other.slice(0, length);
  });
}
