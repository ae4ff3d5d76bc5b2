import {
  ancestorOf,
  closingBracket,
  type Finding,
  isOsloConfig,
  keywordsOf,
  nodeAt,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** `cfg.StrOpt('color', group='house')`, `cfg.ListOpt('colors', item_type=cfg.StrOpt)`. */
export const noSuchOptionKeyword: Rule = {
  id: "config/no-such-option-keyword",
  title: "option made with what oslo.config does not take",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.config/latest/reference/defining.html",
  mentions: [["cfg."], ["Opt("]],
  check,
};

/** The keywords of every option, of all releases. */
const OF_ALL =
  "name type dest short default positional metavar help secret required deprecated_name deprecated_group deprecated_opts " +
  "sample_default deprecated_for_removal deprecated_reason deprecated_since mutable advanced";

const NUMBER = "min max choices";

/** What each type takes besides. */
const OF_TYPES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Opt: "",
    StrOpt: "choices quotes regex ignore_case max_length",
    BoolOpt: "",
    IntOpt: NUMBER,
    FloatOpt: NUMBER,
    PortOpt: NUMBER,
    ListOpt: "item_type bounds",
    DictOpt: "value_type bounds key_value_separator",
    IPOpt: "version",
    HostnameOpt: "",
    HostAddressOpt: "version",
    HostDomainOpt: "version",
    URIOpt: "max_length schemes",
    MultiOpt: "item_type multi",
    MultiStrOpt: "choices",
  }).map(([kind, more]) => [kind, new Set(`${OF_ALL} ${more}`.split(" "))]),
);

const MADE = /\bcfg\.([A-Z]\w*Opt)\(/g;

function* check({ module, text }: RuleContext): Generator<Finding> {
  let done = 0;
  for (const match of text.matchAll(MADE)) {
    // a bracket that nothing closes is gone through once
    if (match.index < done) continue;
    const kind = match[1] ?? "";
    const open = match.index + match[0].length - 1;
    done = closingBracket(text, open);
    const why = objectionTo(kind, keywordsOf(text.slice(open + 1, done)));
    if (why === undefined) continue;
    const call = ancestorOf(nodeAt(module.tree.root, match.index), "call", "string", "comment");
    const type = call?.type === "call" ? call.field("function") : null;
    if (type?.start === match.index && isOsloConfig(module, type.field("object")))
      yield { span: type, message: `${kind} ${why}` };
  }
}

function objectionTo(kind: string, given: ReadonlyMap<string, string>): string | undefined {
  const known = OF_TYPES.get(kind);
  const unknown = known && [...given.keys()].find((keyword) => !known.has(keyword));
  if (unknown !== undefined)
    return `takes no ${unknown}: TypeError when this module is loaded${unknown === "group" ? "; the group is named where the option is registered" : ""}`;
  const held = ["item_type", "type"].find((keyword) => /^cfg\.\w*Opt\b/.test(given.get(keyword) ?? ""));
  return held && `is given an option as its ${held}: a type of oslo_config.types is meant`;
}
