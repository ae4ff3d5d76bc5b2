import {
  type CallFacts,
  calleeOfCall,
  classOfValue,
  type Finding,
  familyLacksUnsaid,
  functionWithParameter,
  isFromOutside,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
  pathsAssigning,
  pathsDefining,
  pathsWithWord,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  selfAssignments,
} from "../../src/rule.ts";
import { type Company, companyOf } from "./_method-of-nobody/company.ts";

/**
 * `self.state_manager.get_boot_data()` where all else that is called on state managers is one class', which has no such
 * method.
 */
export const methodOfNobody: Rule = {
  id: "names/method-of-nobody",
  title: "method that nothing has, on what is one class' everywhere else",
  severity: "warning",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#object.__getattr__",
  mentions: [["."]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const call of module.calls) {
    const name = call.name?.slice(call.name.lastIndexOf(".") + 1) ?? "";
    // look-ups; nearly every name ends here
    if (name.length < 8 || !name.includes("_") || name.startsWith("__") || !isNobodys(project, module, name))
      continue;
    if (call.callee.type !== "attribute") continue;
    const company = companyOf(project, module, call);
    if (
      !company ||
      !isOpen(project, module, call, company) ||
      !familyLacksUnsaid(project, company.placed, name)
    )
      continue;
    const { part, placed } = company;
    yield {
      span: call.callee.field("attribute") ?? call.callee,
      message: `nothing in this tree has '${name}', and all else that is called on '${part}' are methods of ${placed.class.name}: AttributeError when this line runs`,
      related: [{ path: placed.module.path, span: namePlace(placed.class), message: "the class" }],
    };
  }
}

/** Whether no other module says the name, and this one only calls or reads it. */
function isNobodys(project: ProjectFacts, module: ModuleFacts, name: string): boolean {
  const [only, ...more] = pathsWithWord(project, name);
  if (only !== module.path || more.length > 0) return false;
  if (pathsDefining(project, name).length > 0 || pathsAssigning(project, name).length > 0) return false;
  return !module.text.includes(`'${name}'`) && !module.text.includes(`"${name}"`);
}

/** A value whose class nothing tells. */
function isOpen(project: ProjectFacts, module: ModuleFacts, call: CallFacts, { by }: Company): boolean {
  const object = call.callee.field("object");
  if (!object || calleeOfCall(project, module, call.callee) || classOfValue(project, module, object))
    return false;
  if (by === "module" ? !isHandedIn(project, module, object) : isFromOutside(project, module, object))
    return false;
  return /^(unknown|assignment)$/.test(project.meaning(module, object).kind);
}

/**
 * Whether an object comes from elsewhere in the tree, as a parameter, or is one of the tree's: what a library makes may have the
 * methods of the class that wraps it.
 */
function isHandedIn(project: ProjectFacts, module: ModuleFacts, object: SyntaxNode): boolean {
  if (object.type === "identifier") {
    const [only, ...more] = module.lookup(object.text, module.scopeAt(object))?.bindings ?? [];
    return only !== undefined && more.length === 0 && functionWithParameter(module, only) !== undefined;
  }
  const name = /^self\.(\w+)$/.exec(object.text)?.[1];
  return (
    name !== undefined &&
    selfAssignments(module, name).every(({ value }) => value !== null && isOfTree(project, module, value))
  );
}

/** Whether a value is handed on, or made by a class or a function of the tree. */
function isOfTree(project: ProjectFacts, module: ModuleFacts, value: SyntaxNode): boolean {
  if (/^(boolean_operator|parenthesized_expression)$/.test(value.type))
    return value.namedChildren.every((part) => isOfTree(project, module, part));
  const callee = value.type === "call" ? value.field("function") : null;
  if (callee) return /^(class|function)$/.test(project.meaning(module, callee).kind);
  return /^(none|identifier|attribute)$/.test(value.type);
}
