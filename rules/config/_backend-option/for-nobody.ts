import { type Finding, hasWordOnce, literally, pathsWithWord, type RuleContext } from "../../../src/rule.ts";
import { withoutOldNames } from "./old-names.ts";

/**
 * `self.configuration.x = …` where nothing else in the tree says x, but for the option that was called so: what it sets has
 * another name now.
 */
export function* setForNobody({ module, project, text }: RuleContext): Generator<Finding> {
  const set = new Set(Array.from(text.matchAll(SET), ([, option = ""]) => option));
  const forNobody = [...set].filter((option) => {
    const isOnlySet = hasWordOnce(withoutOldNames(text), option);
    return (
      isOnlySet &&
      pathsWithWord(project, option).every(
        (path) =>
          path === module.path ||
          !new RegExp(`\\b${literally(option)}\\b`).test(withoutOldNames(project.text(path) ?? "")),
      )
    );
  });
  for (const node of forNobody.length > 0 ? module.tree.ofType("attribute") : []) {
    const option = node.field("attribute")?.text ?? "";
    if (!forNobody.includes(option)) continue;
    yield {
      span: node,
      message: `sets ${option} of the back end's configuration, which no option is called and nothing reads`,
    };
  }
}

const SET = /\bself\.configuration\.([a-z]\w*)\s*=[^=]/g;
