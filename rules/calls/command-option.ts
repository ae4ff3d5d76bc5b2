import {
  argumentsOf,
  argumentValue,
  type Decorator,
  type Finding,
  type FunctionFacts,
  literally,
  type Meaning,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  stringValue,
} from "../../src/rule.ts";

/** An option declared by `@args(…)` that the command's function has no parameter for. */
export const commandOption: Rule = {
  id: "calls/command-option",
  title: "command line option without its parameter",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/nova/latest/cli/nova-manage.html",
  mentions: [["@args(", ".args("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (passesByPlace(project)) return;
  for (const command of module.functions) {
    if (command.parameters.some(({ kind }) => kind.startsWith("var-"))) continue;
    if (command.parameters.some(({ name }) => /^(args|parsed_args|options|namespace)$/.test(name))) continue;
    for (const decorator of command.decorators) {
      if (!decorator.name || !/(^|\.)args$/.test(decorator.name)) continue;
      const scope = module.scopeAt(decorator.node);
      const meaning = project.meaningOf(module, decorator.name, scope);
      const option = optionOf(decorator, keepsDashes(project));
      if (option === undefined || takes(command, option)) continue;
      if (respells(meaning) && takes(command, option.replaceAll("-", "_"))) continue;
      yield {
        span: decorator.node,
        message: `the option '${option}' reaches ${command.qualifiedName}() as an argument of that name, which it does not take: TypeError whenever the command runs`,
      };
    }
  }
}

/** The name under which the option's value is passed; `undefined` where it is not written out. */
function optionOf(decorator: Decorator, keepsDash: boolean): string | undefined {
  const call = decorator.call;
  if (!call) return undefined;
  const given = argumentsOf(call);
  const dest = argumentValue({ arguments: given }, "dest");
  if (dest) return stringValue(dest);
  const names = given.flatMap((argument) =>
    argument.kind === "positional" ? [stringValue(argument.value)] : [],
  );
  const long = names.find((name) => name?.startsWith("--"));
  if (long) return keepsDash ? long.slice(2) : long.slice(2).replaceAll("-", "_");
  const [only] = names;
  return only?.startsWith("-") ? undefined : only;
}

/** Whether the tree's decorator writes names with underscores before the parser sees them. */
function respells(meaning: Meaning): boolean {
  return (
    meaning.kind === "function" && /\.replace\(\s*['"]-['"]\s*,\s*['"]_['"]/.test(meaning.function.node.text)
  );
}

function takes(command: FunctionFacts, option: string): boolean {
  return command.parameters.some(({ name }) => name === option);
}

/** Whether the tree's own parser takes an option's name as it is typed: `kwargs.setdefault('dest', args[0][2:])`. */
function keepsDashes(project: ProjectFacts): boolean {
  return project.onceOfTexts("command options keep dashes", () =>
    pathsWithWord(project, "add_command_parsers").some((path) => {
      const text = project.text(path) ?? "";
      return /'dest',\s*args\[0\](\[2:\]|\.lstrip\('-'\))\)/.test(text);
    }),
  );
}

/** Whether the tree's own runner lays the values in a row, `fn(*values)`, so that names say nothing. */
function passesByPlace(project: ProjectFacts): boolean {
  return project.onceOfTexts("command values by place", () =>
    pathsWithWord(project, "action_fn").some((path) => {
      const text = project.text(path) ?? "";
      const callee = /^\s+(?:[\w.]+ = |return |sys\.exit\()?(\w+)\(\*\w+\)+$/m.exec(text)?.[1];
      return (
        callee !== undefined &&
        /\bgetattr\(\w+, ['"]args['"]/.test(text) &&
        !new RegExp(`\\b${literally(callee)}\\([^)\\n]*\\*\\*`).test(text)
      );
    }),
  );
}
