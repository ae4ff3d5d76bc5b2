import { declaresPython3, type Finding, type Rule, type RuleContext, runsOnPython3 } from "../../src/rule.ts";
import { goneFromDictionaries, keywordsGone, nextCalled } from "./_removed-from-python/calls.ts";
import { metaclassOf, nextOf } from "./_removed-from-python/classes.ts";
import { goneFromModule, saysRemoved } from "./_removed-from-python/modules.ts";

/** `string.letters`, `itertools.izip`, `sys.maxint`: names of the standard library that Python 3 does not have. */
export const removedFromPython: Rule = {
  id: "names/removed-from-python",
  title: "name of the standard library that Python 3 took away",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
  mentions: [
    [
      "string.",
      "itertools.",
      "sys.",
      "os.",
      "urllib.",
      "types.",
      "time.",
      "base64.",
      "cgi.",
      "operator.",
      "has_key(",
      "iteritems()",
      "itervalues()",
      "iterkeys()",
      "collections.",
      ".next()",
      "__metaclass__",
      "def next(",
      "gettext.",
      "json.dump",
      "cmp=",
    ],
  ],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!isSuspect(module.text) || !runsOnPython3(project, module)) return;
  for (const facts of module.classes) {
    if (declaresPython3(project)) yield* metaclassOf(facts);
    yield* nextOf(facts);
  }
  for (const node of module.tree.ofType("attribute")) yield* goneFromModule(project, module, node);
  for (const call of module.calls) {
    yield* nextCalled(call);
    yield* keywordsGone(call);
    yield* goneFromDictionaries(module, project, call);
  }
}

/** A look at the text before anything is asked of the tree. */
function isSuspect(text: string): boolean {
  if (/\.(has_key|iter(items|values|keys)|next)\(|def next\(|__metaclass__ =/.test(text)) return true;
  if (/\b(unicode|encoding|cmp)=/.test(text)) return true;
  return saysRemoved(text);
}
