import {
  type Argument,
  accepts,
  type CallFacts,
  type ClassFacts,
  dottedName,
  type Finding,
  type Fix,
  type FunctionFacts,
  isNamedLike,
  isStub,
  literally,
  type ModuleFacts,
  memberValues,
  type Parameter,
  type PlacedClass,
  type ProjectFacts,
  passingOf,
  type Rule,
  type RuleContext,
  spokenName,
} from "../../src/rule.ts";

/** A method without `self`, or one that takes `cls` and is no class method. */
export const receiverMissing: Rule = {
  id: "calls/receiver-missing",
  title: "method whose first parameter is not its receiver",
  severity: "error",
  confidence: "high",
  onByDefault: true,
  source: "https://docs.python.org/3/reference/datamodel.html#instance-methods",
  mentions: [["class ", "(self"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  yield* strayReceivers(project, module);
  for (const facts of module.classes) {
    if (isMetaclass(facts)) continue;
    for (const method of facts.methods.values()) {
      const message = messageFor(project, { module, class: facts }, method);
      const name = method.node.field("name");
      if (message && name) yield { span: name, message, fix: fixOf(module, method) };
    }
  }
}

/** A function of the module that asks for `self`, which no call of it passes. */
function* strayReceivers(project: ProjectFacts, module: ModuleFacts): Generator<Finding> {
  for (const facts of module.functions) {
    const [first, ...rest] = facts.parameters;
    const name = facts.node.field("name");
    if (first?.name !== "self" || facts.owner || facts.enclosing || facts.decorators.length > 0 || !name)
      continue;
    const calls = project.callersOf({ module, function: facts });
    const passing = calls.map(({ call }) => passingOf(call));
    if (calls.length === 0 || !passing.every((given) => accepts(rest, given))) continue;
    const isTaken = passing.some((given) => accepts(facts.parameters, given));
    if (isTaken && !passing.every(({ arguments: given }) => isForNext(given, rest))) continue;
    yield {
      span: name,
      message: `${facts.name}() is no method and asks for 'self', which none of its callers passes`,
    };
  }
}

/** Whether the first argument goes by the name of the parameter after `self`: one left out at the end lets the call pass. */
function isForNext([first]: readonly Argument[], [next]: readonly Parameter[]): boolean {
  const said = first?.kind === "positional" ? spokenName(first.value) : undefined;
  return said !== undefined && next !== undefined && isNamedLike(said, next.name);
}

function messageFor(project: ProjectFacts, placed: PlacedClass, method: FunctionFacts): string | undefined {
  const { module } = placed;
  const first = method.parameters[0];
  if (/^__(new|init_subclass|class_getitem|set_name)__$/.test(method.name)) return undefined;
  if (takesClassPlainly(project, placed, method))
    return `${method.qualifiedName}() takes 'cls' but is not a class method: a call on the class lacks an argument`;
  if (method.decorators.some(({ name }) => isStaticLike(name ?? "?"))) return undefined;
  if (first && (isReceiverName(first.name) || first.kind.startsWith("var"))) return undefined;
  if (isUsedInClassBody(placed.class, method) || isCalledOnClass(project, module, method)) return undefined;
  const isLacking = lacksOnlyReceiver(project, placed, method);
  // who calls it as the base asks passes one argument too many, unless there is room for it
  const isMisfit = isLacking && method.parameters.every(({ defaultValue }) => defaultValue === null);
  if (!isMisfit && doesNothing(method)) return undefined;
  if (!isLacking && !isLikeOthers(placed, method)) return undefined;
  const what = first ? `names its first parameter '${first.name}'` : "takes no parameter";
  return `${method.qualifiedName}() ${what} and lacks 'self': the instance arrives as its first argument`;
}

/** `cls` of a method that nothing makes one of the class. What Python calls on instances gets one, whatever its name. */
function takesClassPlainly(project: ProjectFacts, placed: PlacedClass, method: FunctionFacts): boolean {
  const isPlain = method.decorators.length === 0 && !/^__\w+__$/.test(method.name);
  return method.parameters[0]?.name === "cls" && isPlain && !isWrappedBelow(project, placed, method);
}

/** What does nothing does nothing wrong with the instance that it gets instead of its first argument. */
function doesNothing(method: FunctionFacts): boolean {
  return method.parameters.length > 0 && isStub(method);
}

/** `Class.method(…)` everywhere, with what it asks for: a static method but for the word. */
function isCalledOnClass(project: ProjectFacts, module: ModuleFacts, method: FunctionFacts): boolean {
  const calls = project.callersOf({ module, function: method });
  const isOnClass = ({ callee, arguments: given }: CallFacts): boolean =>
    dottedName(callee.field("object"))?.split(".").at(-1) === method.owner?.name &&
    accepts(method.parameters, { arguments: given, bound: 0 });
  return calls.length > 0 && calls.every(({ call }) => isOnClass(call));
}

/** `self` before the parameters, or `@classmethod` above the method. */
function fixOf(module: ModuleFacts, method: FunctionFacts): Fix {
  const [first] = method.parameters;
  if (first?.name === "cls") {
    const at = method.node.start;
    const line = module.text.slice(module.text.lastIndexOf("\n", at - 1) + 1, at);
    return {
      kind: "unsafe",
      title: "make it a class method",
      edits: [{ span: { start: at, end: at }, text: `@classmethod\n${line}` }],
    };
  }
  const open = (method.node.field("parameters")?.start ?? method.node.start) + 1;
  return {
    kind: "unsafe",
    title: "take the instance first",
    edits: [{ span: { start: open, end: open }, text: first ? "self, " : "self" }],
  };
}

function isReceiverName(name: string): boolean {
  return /^_*((\w+_)?self|(self|cls|klass|mcs|mcls|this|that|s)\w{0,2}|class_|metacls|inst|instance|meta)_*$/.test(
    name,
  );
}

/** Only decorators that are known to leave the receiver as first argument tell anything. */
function isStaticLike(name: string): boolean {
  return !/^(.*\.)?(abstractmethod|property|cached_property|synchronized|trace|retry|log_method_call|deprecated|\w*event\w*|wrap\w*|expected\w*|\w*_opts?)$/.test(
    name,
  );
}

function isMetaclass(facts: ClassFacts): boolean {
  return (
    facts.bases.some((base) => /(^|\.)(type|\w*Meta(class)?|ABCMeta|EnumMeta|EnumType)$/.test(base.text)) ||
    /Meta(class)?$/.test(facts.name)
  );
}

/** `name = classmethod(name)` in the class block. */
function isWrappedBelow(project: ProjectFacts, placed: PlacedClass, { name }: FunctionFacts): boolean {
  return [...memberValues(project, placed, name)].some(({ value }) => value?.type === "call");
}

/** A helper of the class block itself: a decorator, or a function called while the class is made. */
function isUsedInClassBody(facts: ClassFacts, method: FunctionFacts): boolean {
  const body = facts.node.field("body")?.text ?? "";
  const name = method.name.replace(/\W/g, "");
  return new RegExp(
    `(^|[^.\\w])${literally(name)}\\b(?!\\s*\\()|@${literally(name)}\\b|=\\s*\\w+\\(${literally(name)}`,
    "m",
  ).test(body.replace(new RegExp(`def ${literally(name)}\\b`, "g"), ""));
}

/** A base's method of the name has the same parameters after its receiver. */
function lacksOnlyReceiver(project: ProjectFacts, placed: PlacedClass, method: FunctionFacts): boolean {
  const names = ({ parameters }: FunctionFacts) => parameters.map(({ name }) => name);
  const ancestors = project.classOrder(placed).classes.slice(1);
  return ancestors.some(({ class: { methods } }) => {
    const base = methods.get(method.name);
    const [first, ...rest] = base ? names(base) : [];
    return first === "self" && rest.length > 0 && rest.join() === names(method).join();
  });
}

/** Whether the module calls it as `self.m()`, or the class' other methods all have a receiver. */
function isLikeOthers({ module, class: facts }: PlacedClass, method: FunctionFacts): boolean {
  const isCalled = module.tree
    .ofType("attribute")
    .some((node) => node.field("attribute")?.text === method.name && node.field("object")?.text === "self");
  if (isCalled) return true;
  const firsts = [...facts.methods.values()].flatMap((other) =>
    other === method ? [] : (other.parameters[0]?.name ?? []),
  );
  return firsts.length > 1 && firsts.every((name) => /^(self|cls)$/.test(name));
}
