import {
  type Argument,
  type Finding,
  type OptionRegistry,
  optionReadAt,
  optionRegistry,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `user_domain=CONF.user_domain, project_domain=CONF.user_domain`, though there is an option project_domain. */
export const optionOfSibling: Rule = {
  id: "config/option-of-sibling",
  title: "argument filled from the option of another argument",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/blazar/commit/3a7f6303a",
  mentions: [["CONF.", "conf."]],
  check,
};

/** The same read twice in one text: cheap to ask before calls are looked at. */
const TWICE = /\b(\w+)\s*=\s*((?:cfg\.)?(?:CONF|conf)(?:\.\w+){1,2})\s*,[^()]{0,500}?\b\w+\s*=\s*\2\s*[,)]/;

function* check({ module, project, text }: RuleContext): Generator<Finding> {
  if (!TWICE.test(text)) return;
  const registry = optionRegistry(project);
  for (const call of module.calls) {
    const read = call.arguments.flatMap(readIn);
    for (const one of read) {
      const owner = read.find((other) => other.option === one.option && other.name !== one.name);
      const own = owner && ownOption(registry, one, owner.name);
      if (own === undefined || read.some(({ option }) => option === own)) continue;
      yield {
        span: one.argument.value,
        message: `${one.name} gets ${one.option}, the option of ${owner?.name ?? ""}, though there is ${own}`,
      };
    }
  }
}

interface Filled {
  readonly argument: Argument;
  readonly name: string;
  readonly group: string | undefined;
  readonly option: string;
}

function readIn(argument: Argument): readonly Filled[] {
  const read = argument.kind === "keyword" ? optionReadAt(argument.value) : undefined;
  if (argument.kind !== "keyword" || read?.holds !== "everything") return [];
  // what is only called conf shows by a group that it is one
  if (read.receiver !== "certain" && read.second === undefined) return [];
  if (read.node.end !== argument.value.end) return [];
  const group = read.second === undefined ? undefined : read.first;
  return [{ argument, name: argument.name, group, option: read.second ?? read.first }];
}

/** The option named like the argument, with what stands before or behind the name of the other argument in its option. */
function ownOption(
  registry: OptionRegistry,
  { name, group, option }: Filled,
  owner: string,
): string | undefined {
  if (!option.endsWith(owner) || option.endsWith(name)) return undefined;
  const own = option.slice(0, option.length - owner.length) + name;
  return registry.groupsOf(own)?.has(group ?? "DEFAULT") === true ? own : undefined;
}
