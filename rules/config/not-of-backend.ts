import {
  ancestorOf,
  argumentsAt,
  dottedName,
  type Finding,
  instead,
  literally,
  type OptionRegistry,
  optionRegistry,
  type Rule,
  type RuleContext,
  type SyntaxNode,
} from "../../src/rule.ts";

/** `CONF.chunk_size` in a driver that appends chunk_size to the configuration of its back end. */
export const notOfBackend: Rule = {
  id: "config/not-of-backend",
  title: "back end option read from the service's configuration",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/4a46b611",
  mentions: [["append_config_values("], ["CONF"], ["self.configuration"]],
  check,
};

const APPENDS = /\bself\.configuration\.append_config_values\s*\(/g;
const READ = /\bCONF\.(?:backend_defaults\.)?([a-z]\w*)/g;

function* check({ module, path, project, text }: RuleContext): Generator<Finding> {
  const appended = appendedIn(text, path, optionRegistry(project));
  if (![...text.matchAll(READ)].some(([, option = ""]) => appended.has(option))) return;
  for (const node of module.tree.ofType("attribute")) {
    const name = dottedName(node) ?? "";
    const [whole, option = ""] = /(?:^|\.)CONF\.(?:backend_defaults\.)?([a-z]\w*)$/.exec(name) ?? [];
    if (whole === undefined || !appended.has(option) || !isOfDriver(node, option)) continue;
    yield {
      span: node,
      message: `${option} is read from the service's configuration: what stands in the back end's own section is not seen; self.configuration.${option} is meant`,
      fix: instead(node, `self.configuration.${option}`),
    };
  }
}

/** The options that the drivers of the file append to their back ends' configuration. */
function appendedIn(text: string, path: string, registry: OptionRegistry): ReadonlySet<string> {
  const appended = new Set<string>();
  for (const match of text.matchAll(APPENDS))
    for (const argument of argumentsAt(text, match.index + match[0].length - 1))
      for (const option of registry.optionsIn(path, argument)) appended.add(option);
  return appended;
}

/** In a method of a class that has the configuration of a back end, and asks it for options elsewhere. */
function isOfDriver(node: SyntaxNode, option: string): boolean {
  const method = ancestorOf(node, "function_definition");
  const around = method && ancestorOf(method, "class_definition");
  const isWritten = node.fieldName === "left" && (node.parent?.type ?? "").includes("assignment");
  return (
    !!around &&
    !isWritten &&
    !isLastResort(method, option) &&
    around.text.includes("self.configuration.append_config_values") &&
    /\bself\b/.test(method.field("parameters")?.text ?? "")
  );
}

/** What is left where the driver has no configuration, or where that says nothing. */
function isLastResort(method: SyntaxNode, option: string): boolean {
  return new RegExp(
    `\\bself\\.configuration(?:\\.${literally(option)}\\b|\\.safe_get\\(\\s*['"]${literally(option)}['"]|:| and\\b| is\\b)`,
  ).test(method.text);
}
