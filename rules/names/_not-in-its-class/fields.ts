import {
  type Finding,
  isTarget,
  isTried,
  namedTupleOf,
  pathsWithWord,
  type RuleContext,
} from "../../../src/rule.ts";

/** `pair.items()` where `pair` is a named tuple without such a field. */
export function* fields({ module, project }: RuleContext): Generator<Finding> {
  if (pathsWithWord(project, "namedtuple").length === 0) return;
  for (const node of module.tree.ofType("attribute")) {
    const object = node.field("object");
    const name = node.field("attribute")?.text ?? "";
    if (!object || !/^(identifier|call)$/.test(object.type) || /^(self|cls)$/.test(object.text)) continue;
    if (name.startsWith("__") || OF_ALL.test(name) || isTarget(node)) continue;
    const tuple = namedTupleOf(project, module, object);
    if (!tuple || tuple.fields.includes(name) || isTried(object, /except[^:]*AttributeError|except:/))
      continue;
    if (/\b(hasattr|getattr|isinstance)\(/.test(module.functionAround(node)?.node.text ?? "")) continue;
    yield {
      span: node.field("attribute") ?? node,
      message: `'${object.text}' is a ${tuple.assignment.name}, a named tuple that has no '${name}': AttributeError when this line runs`,
      related: [{ path: tuple.module.path, span: tuple.assignment.node, message: "its fields" }],
    };
  }
}

/** What every named tuple has. */
const OF_ALL = /^(count|index|_asdict|_replace|_make|_fields|_source|_field_defaults)$/;
