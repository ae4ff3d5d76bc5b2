import {
  isBuiltinException,
  type ModuleFacts,
  type PlacedClass,
  type ProjectFacts,
  type SyntaxNode,
} from "../../../src/rule.ts";

/** Whether a call makes an exception of the language, which shows its text as it is. */
export function isBuiltin(module: ModuleFacts, call: SyntaxNode): boolean {
  const name = call.field("function");
  return name !== null && isBuiltinException(module, name);
}

/** `X`, `exc.X`: by its capital a class, which the language wants to be an exception where it is raised. */
export const RAISABLE: RegExp = /^([a-z_]\w*\.)*[A-Z]\w*[a-z]\w*$/;

/** Whether a class puts values of its own into the text, or is none that is known for an exception. */
export function mayFill(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const made = classMade(project, module, call);
  if (!made && call.parent?.type === "raise_statement")
    return !RAISABLE.test(call.field("function")?.text ?? "");
  if (!made) return !isNamedAsException(call);
  return project
    .classOrder(made)
    .classes.some(({ class: { node } }) =>
      /%\s*(?:\(?self\b|locals\(|vars\(|dict\(|\{|args)/.test(node.text),
    );
}

/** A class of the tree that changes nothing in how an exception is made and shown. */
export function isBare(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const made = classMade(project, module, call);
  if (!made) return false;
  const { classes, complete } = project.classOrder(made);
  const methods = classes.flatMap(({ class: facts }) => [...facts.methods.keys()]);
  return complete && !methods.some((name) => /^__(init|new|str|unicode|call)__$/.test(name));
}

/** A constructor of the tree that takes any number of values, or one that cannot be seen and might. */
export function formatsItself(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): boolean {
  const made = classMade(project, module, call);
  if (!made) return !isNamedAsException(call);
  const init = project.findMethod(made, "__init__");
  if (!init?.function.parameters.some(({ kind }) => kind === "var-positional")) return false;
  // one that only hands its values on to Exception formats nothing
  return /%|format\(/.test(init.function.node.text);
}

function classMade(project: ProjectFacts, module: ModuleFacts, call: SyntaxNode): PlacedClass | undefined {
  const callee = call.field("function");
  const meaning = callee ? project.meaning(module, callee) : undefined;
  return meaning?.kind === "class" ? meaning : undefined;
}

function isNamedAsException(call: SyntaxNode): boolean {
  return /(Error|Exception|Exit|BadRequest|Conflict|Forbidden|Failure|Failed|NotFound|Invalid|HTTP\w+)$/.test(
    call.field("function")?.text ?? "",
  );
}
