import {
  ancestorOf,
  type Finding,
  isOsloConfig,
  nodeAt,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `cfg.strOpt(…)`, `cfg.BooleanOpt(…)`: oslo.config never had an option type of the name. */
export const noSuchOptionType: Rule = {
  id: "config/no-such-option-type",
  title: "option type that oslo.config does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/openstack/ceilometer/commit/2813647f5",
  mentions: [["cfg."], ["Opt(", "opt(", "Opts(", "opts("]],
  check,
};

/** What oslo.config and the module that it was made of have had. */
const TYPES = new Set(
  (
    "Opt StrOpt BoolOpt IntOpt FloatOpt PortOpt ListOpt DictOpt IPOpt HostnameOpt HostAddressOpt HostDomainOpt URIOpt " +
    "MultiOpt MultiStrOpt SubCommandOpt DeprecatedOpt"
  ).split(" "),
);

/** Functions of the module, and the class of all options, have names like these too. */
const MADE = /\bcfg\.([A-Za-z]+[oO]pts?)\(/g;

function* check({ module, text }: RuleContext): Generator<Finding> {
  for (const match of text.matchAll(MADE)) {
    const name = match[1] ?? "";
    if (TYPES.has(name) || /ConfigOpts$|_/.test(name)) continue;
    const call = ancestorOf(nodeAt(module.tree.root, match.index), "call", "string", "comment");
    const type = call?.type === "call" ? call.field("function") : null;
    if (!type || type.start !== match.index || !isOsloConfig(module, type.field("object"))) continue;
    yield { span: type, message: `oslo.config has no ${name}: AttributeError when this module is loaded` };
  }
}
