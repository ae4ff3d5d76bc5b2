import {
  type Finding,
  isTried,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  refusedCallsIn,
  wantsOther,
} from "../../src/rule.ts";

/** `lockutils.synchronized('a', exernal=True)`: a call that no release of the library takes. */
export const librarySignature: Rule = {
  id: "calls/library-signature",
  title: "call that no release of the library takes",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/expressions.html#calls",
  mentions: [["import "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { call, module: home, called, why } of refusedCallsIn(project, module)) {
    if (isTried(call.node, /except[^:]*TypeError/) || wantsOther(project, home)) continue;
    if (isPutThere(module, called.slice(called.lastIndexOf(".") + 1))) continue;
    yield {
      span: call.node,
      message: `no release up to ${home.library} takes this call of ${called}(): ${why}, TypeError when this line runs`,
    };
  }
}

/** Whether the module gives something a function of its own under the name. */
function isPutThere({ text }: ModuleFacts, name: string): boolean {
  return text.includes(`.${name} = `);
}
