import {
  argumentsOf,
  catches,
  caughtBy,
  type ExceptionClass,
  type Finding,
  isAlwaysBelow,
  isBuiltinException,
  libraryAncestors,
  libraryBasesOf,
  type ModuleFacts,
  type ProjectFacts,
  type Rule,
  type RuleContext,
  runsOnPython3,
  type SyntaxNode,
} from "../../src/rule.ts";

/** A handler whose exceptions an earlier handler of the same statement takes. */
export const deadHandler: Rule = {
  id: "exceptions/dead-handler",
  title: "except clause that is never reached",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/nova/commit/14820cea9f",
  mentions: [["except"]],
  check,
};

interface Caught {
  readonly node: SyntaxNode;
  /** Absent for a class from outside. */
  readonly exception: ExceptionClass | undefined;
  /** The dotted name of a class from outside. */
  readonly library: string | undefined;
  /** What a known library's exception derives from, itself first. */
  readonly ancestors: readonly string[];
}

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const statement of module.tree.ofType("try_statement")) {
    const idle = waitsForGet(project, module, statement);
    if (idle) yield idle;
    yield* deadClauses(project, module, statement);
  }
}

/** The clauses all of whose classes are taken by clauses above them. */
function* deadClauses(project: ProjectFacts, module: ModuleFacts, statement: SyntaxNode): Generator<Finding> {
  const earlier: Caught[] = [];
  for (const clause of statement.children) {
    if (clause.type !== "except_clause") continue;
    const caught = caughtBy(clause).map((node) => readCaught(project, module, node));
    const takers = caught.map((one) => earlier.find((held) => takes(project, module, held, one)));
    const [[first], [taker]] = [caught, takers];
    if (first && taker && takers.every((held) => held !== undefined)) {
      const names = caught.map(({ node }) => node.text).join(", ");
      yield {
        span: first.node,
        message: `'except ${names}' is never reached: '${taker.node.text}' above it catches that too`,
      };
    }
    earlier.push(...caught);
  }
}

/** Whether a class that is caught above leaves nothing of another. */
function takes(project: ProjectFacts, module: ModuleFacts, held: Caught, one: Caught): boolean {
  if (one.exception && held.exception) return catches(project, held.exception, one.exception);
  const isPython3 = () => runsOnPython3(project, module);
  return takesOfLibrary(held, one, isPython3) || takesBelow(project, held, one) || takesFrom(held, one.node);
}

/** A library's class takes those below it, also such as the tree makes of them. */
function takesBelow(
  project: ProjectFacts,
  { library: base }: Caught,
  { library, exception }: Caught,
): boolean {
  if (base === undefined) return false;
  if (library !== undefined) return isAlwaysBelow(library, base);
  const placed = exception?.kind === "tree" ? exception.placed : undefined;
  const derived = placed && libraryBasesOf(project, project.classOrder(placed).classes);
  return derived?.names.some((name) => isAlwaysBelow(name, base)) ?? false;
}

/** `except Exception` takes all that classes from outside are named for, but for those that stop a thread or process. */
function takesFrom({ exception }: Caught, node: SyntaxNode): boolean {
  if (exception?.kind !== "builtin" || !/^(Base)?Exception$/.test(exception.name)) return false;
  const name = node.text.split(".").at(-1) ?? "";
  return /^[A-Z]/.test(name) && !/Exit|Interrupt|Timeout|Cancel|Kill|Stop|Abort/.test(name);
}

/** `except requests.ConnectionError` takes `requests.SSLError`, `except OSError` takes `socket.timeout`. */
function takesOfLibrary(held: Caught, { ancestors }: Caught, isPython3: () => boolean): boolean {
  const [base = held.exception?.kind === "builtin" ? held.exception.name : undefined] = held.ancestors;
  if (base === undefined || !ancestors.includes(base)) return false;
  // the errors of sockets are those of the system in Python 3 alone
  return base !== "OSError" || isPython3();
}

/** `driver = drivers.get(kind)` and nothing else in the block, with a handler of KeyError: a dictionary gives None. */
function waitsForGet(project: ProjectFacts, module: ModuleFacts, statement: SyntaxNode): Finding | undefined {
  const clauses = statement.children.filter(({ type }) => type === "except_clause");
  const caught = clauses.flatMap(caughtBy);
  if (
    caught.length !== clauses.length ||
    caught.length === 0 ||
    caught.some(({ text }) => text !== "KeyError")
  )
    return undefined;
  const [only, ...more] = statement.field("body")?.namedChildren ?? [];
  const assignment = only?.type === "expression_statement" ? only.namedChildren[0] : undefined;
  const call = assignment?.type === "assignment" ? assignment.field("right") : null;
  const callee = call?.type === "call" ? call.field("function") : null;
  const object = callee?.field("object");
  if (more.length > 0 || !call || !object || callee?.field("attribute")?.text !== "get") return undefined;
  const [key, ...others] = argumentsOf(call);
  const isPlain = key?.kind === "positional" && /^(identifier|string|attribute)$/.test(key.value.type);
  // what is called like many things is a dictionary of them
  if (!isPlain || others.length > 0 || !/(^|[._])[a-z_]*(s|map|dict|_info)$/.test(object.text))
    return undefined;
  // a group of options has its own ways
  if (project.callee(module, call) || /(^|\.)_?conf\./i.test(object.text)) return undefined;
  return {
    span: caught[0] ?? statement,
    message: `'except KeyError' is never reached: ${object.text}.get() gives None for a key that is not there`,
  };
}

function readCaught(project: ProjectFacts, module: ModuleFacts, node: SyntaxNode): Caught {
  const meaning = project.meaning(module, node);
  const library = meaning.kind === "external" ? meaning.name : undefined;
  const ancestors = library === undefined ? [] : libraryAncestors(library);
  if (meaning.kind === "class")
    return { node, library, ancestors, exception: { kind: "tree", placed: meaning } };
  const isBuiltin = node.text === "BaseException" || isBuiltinException(module, node);
  return {
    node,
    library,
    ancestors,
    exception: isBuiltin ? { kind: "builtin", name: node.text } : undefined,
  };
}
