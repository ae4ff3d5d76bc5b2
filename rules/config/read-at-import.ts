import {
  argumentsOf,
  type Finding,
  type FunctionFacts,
  isLibraryOption,
  isRegisteredOnLoad,
  literally,
  loadedFirst,
  loadedFirstToRun,
  loadedWith,
  type ModuleFacts,
  type OptionRead,
  type OptionRegistry,
  optionReadAt,
  optionRegistry,
  type ProjectFacts,
  programsOf,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  standsAlone,
} from "../../src/rule.ts";

/** An option read while modules are loaded, before the configuration files are. */
export const readAtImport: Rule = {
  id: "config/read-at-import",
  title: "option read when the module is loaded",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/010d4a23b",
  mentions: [["CONF", "()"]],
  check,
};

/** Programs read their configuration before they load these, or are configured by their server. */
const PROGRAMS =
  /(^|\/)(cmd|wsgi|bin|tools|doc|devstack|migrations?|migrate_repo|manage|alembic\w*)\/|(^|\/)(wsgi\w*|setup|conf|env|app)\.py$/;

function* check(context: RuleContext): Generator<Finding> {
  if (PROGRAMS.test(context.path) || !suspicious(context)) return;
  const { module, path, project } = context;
  for (const node of importTime(module.tree.root)) {
    const read = optionReadAt(node);
    if (read) {
      const harm = isOption(read) ? harmOf(project, path, read) : undefined;
      if (harm)
        yield { span: read.node, message: `${read.node.text} is read when the module is loaded: ${harm}` };
    } else if (node.type === "call") {
      const inner = readBy(project, module, node, 2);
      const harm = inner && harmOf(project, path, inner.read);
      if (!inner || !harm) continue;
      yield {
        span: node,
        message: `${node.field("function")?.text ?? ""}() reads ${inner.read.node.text}, and this call runs when the module is loaded: ${harm}`,
        related: [{ path: inner.module.path, span: inner.read.node, message: "read here" }],
      };
    }
  }
}

/** What goes wrong; `undefined` when the module may well be loaded late enough, as drivers and extensions are. */
function harmOf(project: ProjectFacts, path: string, read: OptionRead): string | undefined {
  const registry = optionRegistry(project);
  const option = registry.groups.has(read.first) ? read.second : read.first;
  // a group asks for its options' values each time
  if (option === undefined) return undefined;
  const sites = registry.isUncertain(option) ? [] : registry.sitesOf(option);
  const loaded = loadedWith(project, path);
  if (configuring(project).some((other) => loaded.has(other))) return undefined;
  if (sites.length > 0 && !isRegisteredOnLoad(project, loaded, sites) && !isLoadedLate(project, path, sites))
    return "no module that it loads registers the option by then";
  if (
    registry.size > 4 &&
    !registry.groups.has(read.first) &&
    !registry.isKnown(read.first) &&
    !isLibraryOption(read.first) &&
    // elsewhere the service that loads the module has registered its own
    standsAlone(project, path)
  ) {
    return "no module of this tree registers the option by then";
  }
  const program = programsOf(project).find((candidate) => loadedFirstToRun(project, candidate).has(path));
  return program === undefined
    ? undefined
    : "programs do so before they read the configuration files, so it has its default for ever";
}

/** The modules that read the configuration files as they are loaded: `CONF(args=[], default_config_files=[…])`, `parse_args(CONF)`. */
function configuring(project: ProjectFacts): readonly string[] {
  return project.onceOfTexts("modules that configure", () =>
    project
      .pathsMentioning("CONF(", "parse_args(CONF")
      .filter((path) => /^(?:\w+\.)*(?:CONF\(|parse_args\(CONF\b)/m.test(project.text(path) ?? "")),
  );
}

/** Whether every program has the option registered before or by its `main()`, and loads this module only after that. */
function isLoadedLate(
  project: ProjectFacts,
  path: string,
  sites: ReturnType<OptionRegistry["sitesOf"]>,
): boolean {
  // a program without any options of its own never comes to the module
  const first = programsOf(project)
    .map((program) => ({ program, loaded: loadedFirst(project, program) }))
    .filter(({ loaded }) => [...loaded].some((other) => optionRegistry(project).registersIn(other)));
  return (
    first.length > 0 &&
    first.every(
      ({ program, loaded }) =>
        !loaded.has(path) &&
        (isRegisteredOnLoad(project, loaded, sites) || callsRegistrar(project, program, sites)),
    )
  );
}

/** `config.parse_args(sys.argv)` in a program, where that function registers the option. */
function callsRegistrar(
  project: ProjectFacts,
  program: string,
  sites: ReturnType<OptionRegistry["sitesOf"]>,
): boolean {
  const text = project.text(program) ?? "";
  return sites.some(
    ({ within }) => within !== undefined && new RegExp(`\\b${literally(within)}\\(`).test(text),
  );
}

/** What may be a read of an option. */
const READ = /CONF(?:\.(?!import_|register_|set_)\w|\[)/g;

/** Heads of lines in the first columns. */
const EARLY = /^(?: {4}(?!if ))?(?![ #'"]|def |class |(?:cfg\.)?$)/;

/** Heads of functions, decorators and values of keywords. */
const IN_HEAD = /^[ \t]*(?:def |async def |@|\w+=)/;

/** Lines in the first columns that leave a bracket open. */
const OPENING = /^(?: {4})?\w[\w.]* = [^#]*[([{]$/;

/** A look at the text alone, so that most modules are never parsed. */
function suspicious({ project, text }: RuleContext): boolean {
  for (const { index } of text.matchAll(READ)) {
    const start = text.lastIndexOf("\n", index) + 1;
    const head = text.slice(start, index);
    if (EARLY.test(head) || IN_HEAD.test(head) || isContinued(text, start, head)) return true;
  }
  const getters = configGetters(project);
  if (getters?.test(text) && /^ {0,8}@/m.test(text)) return true;
  const defined = new Set(wordsOf(text, /^(?:class|def) (\w+)/gm));
  const readers = readersOfOptions(project);
  return wordsOf(text, MADE_EARLY).some((name) => defined.has(name) || readers.has(name));
}

/** Whether a line stands below one in the first columns that leaves a bracket open, and some more at most between them. */
function isContinued(text: string, start: number, head: string): boolean {
  let [end, line] = [start - 1, head];
  for (let above = 0; above < 5 && end > 0 && /^[ \t]/.test(line); above++) {
    const from = text.lastIndexOf("\n", end - 1) + 1;
    line = text.slice(from, end);
    if (OPENING.test(line)) return true;
    end = from - 1;
  }
  return false;
}

/** `door = Door()`, `door_api = doors.API()` in the first columns. */
const MADE_EARLY = /^(?: {4})?\w+(?:: [^=\n]+)? = (?:\w+\.)*(\w+)\(/gm;

/** The names of the functions and classes of modules whose text reads options, or calls something that may. */
function readersOfOptions(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("names of what reads options", () => {
    const names = new Set<string>();
    for (const path of project.pathsMentioning("CONF.", "CONF["))
      for (const part of (project.text(path) ?? "").split(/^(?=class |def )/m))
        if (/CONF[.[]/.test(part)) names.add(/^\w+ (\w+)/.exec(part)?.[1] ?? "");
    return names;
  });
}

/** What the first group of a pattern holds, wherever the pattern fits. */
function wordsOf(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, word]) => word ?? "");
}

/** A pattern of calls to functions that do nothing but return an option. */
function configGetters(project: ProjectFacts): RegExp | undefined {
  return project.onceOfTexts("config getters", () => {
    const names = new Set<string>();
    for (const path of project.pathsMentioning("return cfg.CONF.", "return CONF.")) {
      for (const match of (project.text(path) ?? "").matchAll(
        /^def (get_\w+)\(\):\s+return (?:cfg\.)?CONF\.\w/gm,
      ))
        names.add(match[1] ?? "");
    }
    return names.size === 0 ? undefined : new RegExp(`\\b(?:${[...names].map(literally).join("|")})\\(\\)`);
  });
}

function isOption(read: OptionRead): boolean {
  return read.receiver === "certain" && read.holds === "everything";
}

/** What is evaluated as the module is loaded: module and class bodies, decorators, default values; no bodies of functions. */
function* importTime(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  if (node.type === "lambda" || isProgramBlock(node) || node.type === "generator_expression") return;
  for (const child of node.namedChildren) {
    if (node.type === "function_definition" && child.fieldName === "body") continue;
    yield* importTime(child);
  }
}

function isProgramBlock(node: SyntaxNode): boolean {
  return node.type === "if_statement" && /__name__/.test(node.field("condition")?.text ?? "");
}

/** The option read that a call certainly comes to; only what runs unconditionally in the callee's own body. */
function readBy(
  project: ProjectFacts,
  module: ModuleFacts,
  call: SyntaxNode,
  depth: number,
): { readonly module: ModuleFacts; readonly read: OptionRead } | undefined {
  const callee = project.callee(module, call);
  const body = callee?.function.node.field("body");
  if (!callee || !body || /yield/.test(body.text)) return undefined;
  const left = leftToDefault(callee.function, call);
  return project.onceFor(callee.function, `import-time read ${depth} ${left.join()}`, () => {
    for (const node of unconditional(body, left)) {
      const read = optionReadAt(node);
      if (read && isOption(read)) return { module: callee.module, read };
      const deeper =
        node.type === "call" && depth > 1 ? readBy(project, callee.module, node, depth - 1) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  });
}

/** The parameters that are None when they are left out, of a call that gives nothing. */
function leftToDefault({ parameters }: FunctionFacts, call: SyntaxNode): readonly string[] {
  if (argumentsOf(call).length > 0) return [];
  return parameters.flatMap(({ name, defaultValue }) => (defaultValue?.type === "none" ? [name] : []));
}

/**
 * What runs whenever a body does, where these names hold None at first: also what a condition asks first, and the block under
 * `if not name`.
 */
function* unconditional(node: SyntaxNode, none: readonly string[]): Generator<SyntaxNode> {
  yield node;
  for (const child of node.namedChildren) {
    if (child.type === "if_statement" && asksForNone(child, none)) {
      const block = child.field("consequence");
      if (block) yield* unconditional(block, none);
      continue;
    }
    const asked = child.type === "if_statement" ? child.field("condition") : null;
    if (asked) yield* unconditional(firstOperand(asked), none);
    if (
      [
        "function_definition",
        "lambda",
        "class_definition",
        "if_statement",
        "for_statement",
        "while_statement",
        "try_statement",
        "conditional_expression",
      ].includes(child.type)
    )
      continue;
    yield* unconditional(child, none);
  }
}

function firstOperand(condition: SyntaxNode): SyntaxNode {
  const left = condition.type === "boolean_operator" ? condition.field("left") : null;
  return left ? firstOperand(left) : condition;
}

function asksForNone(statement: SyntaxNode, none: readonly string[]): boolean {
  const [, one, other] = /^(?:not (\w+)|(\w+) is None)$/.exec(statement.field("condition")?.text ?? "") ?? [];
  const name = one ?? other ?? "";
  return none.includes(name);
}
