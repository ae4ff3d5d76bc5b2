import {
  classOfValue,
  type Finding,
  type ModuleFacts,
  namePlace,
  type PlacedClass,
  type ProjectFacts,
  pathsWithWord,
  type Rule,
  type RuleContext,
  subclassesOf,
} from "../../src/rule.ts";

/** `self.cluster.reinit()` where the cluster's class is known, and nothing of the tree but this call has that name. */
export const notInItsClass: Rule = {
  id: "names/not-in-its-class",
  title: "method that the object's class does not have",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://opendev.org/x/vmware-nsx/commit/71303b8a",
  mentions: [["def "]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const { callee } of module.calls) {
    const object = callee.type === "attribute" ? callee.field("object") : null;
    const name = callee.field("attribute")?.text ?? "";
    if (!object || !/^(identifier|attribute)$/.test(object.type) || /^(self|cls)$/.test(object.text))
      continue;
    // a look-up; most names end here
    if (name.length < 4 || name.startsWith("__") || !isSaidHereAlone(project, module, name)) continue;
    const placed = classOfValue(project, module, object);
    if (!placed || ![placed, ...subclassesOf(project, placed)].every((one) => isWhole(project, one)))
      continue;
    yield {
      span: callee.field("attribute") ?? callee,
      message: `'${object.text}' is a ${placed.class.name}, which has no '${name}': AttributeError when this line runs`,
      related: [
        {
          path: placed.module.path,
          span: namePlace(placed.class),
          message: "its class",
        },
      ],
    };
  }
}

/** Whether the tree says a name at this one place only: no class can have it. */
function isSaidHereAlone(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const paths = pathsWithWord(project, name);
  if (paths.length !== 1 || paths[0] !== module.path) return false;
  return module.text.match(new RegExp(`\\b${name}\\b`, "g"))?.length === 1;
}

/** Whether all that a class has is written out in the tree. */
function isWhole(project: ProjectFacts, placed: PlacedClass): boolean {
  return project.onceFor(placed.class, "written out", () => {
    const { classes, complete } = project.classOrder(placed);
    return (
      complete &&
      classes.every(({ module, class: facts }) => {
        const { node, decorators, methods, scope } = facts;
        const makesNames = /setattr\(|__dict__|vars\(|__getattr|metaclass|__slots__|namedtuple/.test(
          node.text,
        );
        return (
          module.tree.errors.length === 0 &&
          decorators.length === 0 &&
          !makesNames &&
          !scope.bindings.has("*") &&
          methods.size > 0
        );
      })
    );
  });
}
