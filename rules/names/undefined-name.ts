import {
  answerOf,
  type Finding,
  freeNames,
  python2Names,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";
import { isExplained } from "./_undefined-name/explained.ts";
import { handedByRunner, isPart } from "./_undefined-name/fragments.ts";
import { hasOpenNames } from "./_undefined-name/unseen-names.ts";

/** A name that is read and that nothing defines or imports. */
export const undefinedName: Rule = {
  id: "names/undefined-name",
  title: "name that nothing defines",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/executionmodel.html#resolution-of-names",
  mentions: [],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  const found = answerOf(module.tree, freeNames);
  if (found.length === 0) return;
  const isOpen = hasOpenNames(project, module);
  const handed = handedByRunner(module, found);
  const unexplained = found.filter(({ text }) => !handed.has(text));
  if (isPart(module, unexplained)) return;
  for (const free of unexplained) {
    const name = free.text;
    if (isOpen && !(name === "self" && module.functionAround(free))) continue;
    if (isExplained(project, module, free)) continue;
    const why = python2Names.has(name) ? ", and Python 3 no longer has it" : "";
    yield {
      span: free,
      message: `the name '${name}' is neither defined nor imported here${why}: NameError when this line runs`,
    };
  }
}
