import { type Finding, type LockFacts, lockDecorators, type Rule, type RuleContext } from "../../src/rule.ts";

/** Two locks of one kind, named by arguments that may trade places, taken one inside the other. */
export const lockOrder: Rule = {
  id: "locks/lock-order",
  title: "two locks of one kind taken in the order of the arguments",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/411852892",
  mentions: [["synchronized"]],
  check,
};

const SUSPECT = /@(?:\w+\.)*\w*synchronized\(\s*[^)]*\{[\s\S]*?@(?:\w+\.)*\w*synchronized\(/;

function* check(context: RuleContext): Generator<Finding> {
  if (!SUSPECT.test(context.text)) return;
  const { module, project } = context;
  for (const facts of module.functions) {
    // what is being created cannot be locked by an opposite call yet
    if (facts.decorators.length < 2 || /create|clone/.test(facts.name)) continue;
    const locks = lockDecorators(project, module, facts);
    for (const [at, lock] of locks.entries()) {
      const twin = locks
        .slice(at + 1)
        .find(
          (other) =>
            shapeOf(other) !== undefined &&
            shapeOf(other) === shapeOf(lock) &&
            other.names[0]?.text !== lock.names[0]?.text,
        );
      if (!twin || !lock.decorator) continue;
      yield {
        span: { start: lock.decorator.node.start, end: twin.decorator?.node.end ?? lock.decorator.node.end },
        message: `${facts.qualifiedName} takes two locks of one kind in the order of its arguments: two opposite calls wait for each other; take both in one call, or sorted`,
      };
    }
  }
}

/** The name with its replacements blanked: equal shapes name the same set of locks. */
function shapeOf(lock: LockFacts): string | undefined {
  const [name] = lock.names;
  if (!name || lock.names.length > 1 || (!lock.fillsNames && !/^[fF]/.test(name.text))) return undefined;
  const shape = name.text.replace(/\{[^}]*\}/g, "{}").replace(/\s+/g, "");
  return shape.includes("{}") ? shape : undefined;
}
