import type { SyntaxNode } from "../../parse/tree.ts";
import { literally } from "../../text/literally.ts";
import { type Argument, argumentsOf, argumentValue } from "../module/calls.ts";
import type { Decorator, FunctionFacts } from "../module/definitions.ts";
import type { ModuleFacts } from "../module/module.ts";
import { descendants, dottedName, stringValue } from "../module/syntax.ts";
import type { Meaning, ProjectFacts } from "../tree/project.ts";

/** A lock taken by a decorator or a `with` statement. */
export interface LockFacts {
  /** The call that makes the lock: `synchronized('x')`, `lockutils.lock('x')`. */
  readonly call: SyntaxNode;
  readonly arguments: readonly Argument[];
  /** The expressions of the lock names; more than one only for coordination's many-lock form. */
  readonly names: readonly SyntaxNode[];
  /** The constant name with its prefix; `undefined` when it is computed or the prefix is not known. */
  readonly name: string | undefined;
  /** Whether other processes wait for it too; `undefined` when an expression decides. */
  readonly external: boolean | undefined;
  /** Whether `{x}` in the name is replaced by the argument `x` of the decorated function. */
  readonly fillsNames: boolean;
  readonly decorator: Decorator | null;
}

/** How a lock factory of the tree or of a library treats its arguments. */
interface LockMaker {
  readonly prefix: string | undefined;
  readonly externalByDefault: boolean | undefined;
  readonly fillsNames: boolean;
  /** Position of the `external` argument. */
  readonly externalAt: number;
}

/** The locks that the decorators of a function take, outermost first. */
export function lockDecorators(
  project: ProjectFacts,
  module: ModuleFacts,
  facts: FunctionFacts,
): readonly LockFacts[] {
  return facts.decorators.flatMap((decorator) => {
    const lock =
      (decorator.call && lockOf(project, module, decorator.call)) ?? lockWithin(project, module, decorator);
    return lock ? [{ ...lock, decorator }] : [];
  });
}

/** The lock that a decorator of the tree takes around what it decorates: `with lockutils.lock('x'): return function(*args)`. */
function lockWithin(
  project: ProjectFacts,
  module: ModuleFacts,
  { call, expression, name }: Decorator,
): LockFacts | undefined {
  if (!TAKER.test(name ?? "")) return undefined;
  const meaning = project.meaning(module, call?.field("function") ?? expression);
  if (meaning.kind !== "function") return undefined;
  const taken = project.onceFor(meaning.function, "lock within", () => ({
    lock: firstWithin(project, meaning.module, meaning.function),
  }));
  const { lock } = taken;
  // what an expression names stands in another place
  return lock && { ...lock, call: call ?? expression, arguments: [], names: lock.name ? lock.names : [] };
}

const TAKER = /(?<!b)lock|sync|mutex|serial|exclusive/i;

/** The first lock that a function inside of a decorator takes in a `with` statement. */
function firstWithin(
  project: ProjectFacts,
  module: ModuleFacts,
  maker: FunctionFacts,
): LockFacts | undefined {
  const isInside = ({ enclosing }: FunctionFacts): boolean =>
    enclosing !== null && (enclosing === maker || isInside(enclosing));
  return module.functions
    .filter(isInside)
    .flatMap(({ node }) => lockStatements(project, module, node.field("body") ?? node))
    .at(0);
}

/** The lock that a call makes; `undefined` for any other call. */
export function lockOf(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): LockFacts | undefined {
  const callee = call.field("function");
  const name = dottedName(callee);
  if (!callee || name === undefined || !/(synchronized|lock(?:ed)?)$/.test(name)) return undefined;
  const maker = makerOf(project, module, callee, name);
  if (!maker) return undefined;
  const given = argumentsOf(call);
  const names = given.flatMap((argument) => (argument.kind === "positional" ? [argument.value] : []));
  const byKeyword = argumentValue({ arguments: given }, "name");
  const nameNodes = byKeyword ? [byKeyword] : maker.fillsNames ? names : names.slice(0, 1);
  const own = stringValue(nameNodes[0]) ?? constantName(project, module, nameNodes[0]);
  const external = argumentValue({ arguments: given }, "external", maker.externalAt);
  const prefix = argumentValue({ arguments: given }, "lock_file_prefix", maker.externalAt - 1);
  const prefixText = prefix && maker.externalAt > 1 ? stringValue(prefix)?.replace(/-$/, "") : maker.prefix;
  return {
    call,
    arguments: given,
    names: nameNodes,
    name:
      own === undefined || prefixText === undefined
        ? undefined
        : prefixText === ""
          ? own
          : `${prefixText}-${own}`,
    external: external === undefined ? maker.externalByDefault : truth(external),
    fillsNames: maker.fillsNames,
    decorator: null,
  };
}

/** The text behind a name of capitals: `DOOR_LOCK = 'door'`, also of another module. */
function constantName(
  project: ProjectFacts,
  module: ModuleFacts,
  name: SyntaxNode | undefined,
): string | undefined {
  if (!name || !/^(?:\w+\.)*_*[A-Z][A-Z0-9_]*$/.test(name.text)) return undefined;
  const meaning = project.meaning(module, name);
  return meaning.kind === "assignment" ? stringValue(meaning.assignment.value ?? undefined) : undefined;
}

/** The locks that `with` statements of a function's own body take, in text order. */
export function lockStatements(
  project: ProjectFacts,
  module: ModuleFacts,
  body: SyntaxNode,
): readonly LockFacts[] {
  if (!/lock|synchronized/.test(body.text)) return [];
  const found: LockFacts[] = [];
  for (const node of descendants(body, (inner) => inner.type !== "function_definition" || inner === body)) {
    if (node.type !== "with_item") continue;
    const value = node.field("value");
    const call = value?.type === "as_pattern" ? value.namedChildren[0] : value;
    const lock = call?.type === "call" ? lockOf(project, module, call) : undefined;
    if (lock) found.push(lock);
  }
  return found;
}

function truth(node: SyntaxNode): boolean | undefined {
  if (node.type === "true") return true;
  return node.type === "false" || node.type === "none" ? false : undefined;
}

const LOCKUTILS: LockMaker = { prefix: "", externalByDefault: false, fillsNames: false, externalAt: 2 };

function makerOf(
  project: ProjectFacts,
  module: ModuleFacts,
  callee: SyntaxNode,
  name: string,
): LockMaker | undefined {
  const qualified = project.qualifiedName(module, callee) ?? name;
  const known = libraryMaker(qualified);
  if (known) return known;
  return makerOfMeaning(project, project.meaning(module, callee));
}

/** oslo.concurrency (also its incubator copies), tooz wrappers and neutron-lib. */
function libraryMaker(qualified: string): LockMaker | undefined {
  if (/(^|\.)lockutils\.(synchronized|lock)$/.test(qualified)) return LOCKUTILS;
  if (/(^|\.)lockutils\.external_lock$/.test(qualified))
    return { ...LOCKUTILS, externalByDefault: true, externalAt: 99 };
  if (/(^|\.)lockutils\.internal_lock$/.test(qualified)) return { ...LOCKUTILS, externalAt: 99 };
  if (/^neutron_lib\.utils\.runtime\.synchronized$/.test(qualified)) {
    return { prefix: "neutron", externalByDefault: false, fillsNames: false, externalAt: 1 };
  }
  return undefined;
}

function makerOfMeaning(project: ProjectFacts, meaning: Meaning): LockMaker | undefined {
  switch (meaning.kind) {
    case "assignment": {
      const made = meaning.assignment.value;
      const callee = made?.type === "call" ? made.field("function") : null;
      if (!made || !callee || !/(^|\.)synchronized_with_prefix$/.test(callee.text)) return undefined;
      const prefix = stringValue(argumentValue({ arguments: argumentsOf(made) }, "lock_file_prefix", 0));
      return {
        prefix: prefix?.replace(/-$/, ""),
        externalByDefault: false,
        fillsNames: false,
        externalAt: 1,
      };
    }
    case "function":
      return project.onceFor(meaning.function, "lock maker", () => makerOfFunction(meaning.function));
    case "external":
      return /(^|\.)(coordination|utils)\.synchronized$/.test(meaning.name)
        ? {
            prefix: undefined,
            externalByDefault: undefined,
            fillsNames: /coordination/.test(meaning.name),
            externalAt: 1,
          }
        : undefined;
    default:
      return undefined;
  }
}

/** A wrapper of the tree: it hands its own name on to a lock, or formats it with the call's arguments. */
function makerOfFunction(facts: FunctionFacts): LockMaker | undefined {
  const body = facts.node.field("body");
  if (!body || !/synchronized|lock/.test(facts.name) || !/lock|synchronized|semaphore/i.test(body.text))
    return undefined;
  const fillsNames = /\.format\(|getcallargs|\['f_name'\]|signature\(/.test(body.text);
  const external = facts.parameters.findIndex((parameter) => parameter.name === "external");
  const first = facts.parameters[0]?.name ?? "";
  const handsOn = new RegExp(`lock\\w*\\(\\s*${literally(first)}\\b`);
  const isLockutils = /lockutils\.|\bsynchronized\(|\block\(/.test(body.text) || handsOn.test(body.text);
  if (!fillsNames && !isLockutils && external < 0) return undefined;
  const byDefault = facts.parameters[external]?.defaultValue;
  const passed = /\bexternal(?:['"]\])?\s*=\s*True/.test(body.text) ? true : undefined;
  const prefix = facts.parameters.find((parameter) => parameter.name === "lock_file_prefix")?.defaultValue;
  return {
    prefix: fillsNames || prefix === undefined ? "" : stringValue(prefix)?.replace(/-$/, ""),
    externalByDefault: byDefault ? truth(byDefault) : fillsNames ? undefined : passed,
    fillsNames,
    externalAt: external < 0 ? 99 : external,
  };
}
