import { CONFLICT_WORD, type Finding, mergeConflicts, type Rule, type RuleContext } from "../../src/rule.ts";

/** `<<<<<<< HEAD`, `=======`, `>>>>>>> 0123abc`: nobody has resolved the conflict. */
export const mergeConflict: Rule = {
  id: "syntax/merge-conflict",
  title: "merge conflict that nobody has resolved",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://git-scm.com/docs/git-merge#_how_conflicts_are_presented",
  mentions: [[CONFLICT_WORD]],
  checksTests: true,
  readsBroken: true,
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const span of mergeConflicts(module.tree))
    yield {
      span,
      message:
        "a merge has left a conflict here that nobody has resolved: SyntaxError when the module is loaded",
    };
}
