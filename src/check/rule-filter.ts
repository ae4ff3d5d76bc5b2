import { isTestPath } from "../facts/module/module-names.ts";
import type { Rule } from "../rule.ts";
import { type Literal, LiteralSearch } from "../text/literal-search.ts";

/** Asks rules, by their literals alone, whether they could find something in one text after the other. */
export class RuleFilter {
  private readonly search = new LiteralSearch();
  private readonly asked: readonly AskedRule[];
  private readonly askedOfTests: readonly AskedRule[];
  /** Most files of a large tree ask for the same rules: no list is made twice. */
  private readonly none: RuleList = { rules: [], longer: new Map() };

  constructor(rules: readonly Rule[]) {
    const { search } = this;
    const isHeld = (literal: Literal) => search.holds(literal);
    const isMet = (group: readonly Literal[]) => group.some(isHeld);
    this.asked = rules.map((rule) => {
      const mentions = rule.mentions.map((group) => group.map((text) => search.literal(text)));
      return { rule, mayFind: () => mentions.every(isMet) };
    });
    this.askedOfTests = this.asked.filter(({ rule }) => rule.checksTests);
  }

  /** The rules that could find something. */
  asking(text: string, path: string): readonly Rule[] {
    const asked = isTestPath(path) ? this.askedOfTests : this.asked;
    if (asked.length > 0) this.search.read(text);
    let list = this.none;
    for (const { rule, mayFind } of asked) if (mayFind()) list = withRule(list, rule);
    return list.rules;
  }
}

/** A rule, and whether the text at hand holds what it asks for. */
interface AskedRule {
  readonly rule: Rule;
  readonly mayFind: () => boolean;
}

/** A list of rules, and those that begin with it and have one rule more. */
interface RuleList {
  readonly rules: readonly Rule[];
  readonly longer: Map<Rule, RuleList>;
}

function withRule({ rules, longer }: RuleList, rule: Rule): RuleList {
  let list = longer.get(rule);
  if (!list) {
    list = { rules: [...rules, rule], longer: new Map() };
    longer.set(rule, list);
  }
  return list;
}
