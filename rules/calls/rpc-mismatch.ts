import {
  type Argument,
  accepts,
  type CallFacts,
  calledParameters,
  definitionsNamed,
  type Finding,
  fitCall,
  functionsNamed,
  type ModuleFacts,
  type PlacedFunction,
  type ProjectFacts,
  parametersPlace,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
} from "../../src/rule.ts";

/** `cctxt.call(ctxt, 'method', a=…)` with arguments that the method of the service's manager does not take. */
export const rpcMismatch: Rule = {
  id: "calls/rpc-mismatch",
  title: "RPC call that the service's method does not take",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://docs.openstack.org/oslo.messaging/latest/reference/rpcclient.html",
  mentions: [[".call(", ".cast(", "make_msg("]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  if (!/\brpc\b|messaging|rpc\./.test(module.text)) return;
  for (const call of module.calls) {
    const surplus = surplusOf(module, call);
    if (surplus)
      yield {
        span: call.node,
        message: `'${surplus.value.text}' is passed by position: the RPC client takes the context, the method's name and keywords, TypeError when this line runs`,
      };
    const message = remoteCall(module, call);
    if (!message || isForOlder(call.within?.node)) continue;
    const elsewhere = takersOf(project, module, message.method);
    const takers = elsewhere.length > 0 ? elsewhere : servedHere(project, module, message.method, call);
    const [first] = takers;
    const passing = { arguments: message.passed, bound: 0 };
    if (!first || takers.some((taker) => accepts(openOf(taker), passing))) continue;
    yield {
      span: call.node,
      message: `the remote method '${message.method}' ${whyNot(first, message.passed)}: ${first.function.qualifiedName}() of ${first.module.path} raises TypeError when the message arrives`,
      related: [parametersPlace(first, "the method that is called")],
    };
  }
}

/** A client that asks what the other side understands has calls for older ones. */
function isForOlder(method: SyntaxNode | undefined): boolean {
  return method !== undefined && /can_send_version|version_cap|_is_current/.test(method.text);
}

interface RemoteCall {
  readonly method: string;
  readonly passed: readonly Argument[];
}

/** `x.call(ctxt, 'method', …)`, `x.cast(…)` and, of older releases, `self.make_msg('method', …)`. */
function remoteCall(module: ModuleFacts, { callee, arguments: given }: CallFacts): RemoteCall | undefined {
  const name = callee.type === "attribute" ? (callee.field("attribute")?.text ?? "") : "";
  const at = /^(call|cast)$/.test(name) ? 1 : name === "make_msg" ? 0 : -1;
  const named = at < 0 ? undefined : given[at];
  const method = named?.kind === "positional" ? stringValue(named.value) : undefined;
  if (method === undefined) return undefined;
  if (
    at === 1 &&
    !/(cctxt|client|ctxt|cntxt|context|rpc|prepare\([^)]*\)|_get_\w*\([^)]*\))$/i.test(
      callee.field("object")?.text ?? "",
    ) &&
    !isOwnClient(module, callee.field("object"))
  )
    return undefined;
  const rest = given.slice(at + 1);
  return rest.every(({ kind }) => kind === "keyword") ? { method, passed: rest } : undefined;
}

/** `self._fanout()`, a method of the module that prepares the client. */
function isOwnClient(module: ModuleFacts, object: SyntaxNode | null): boolean {
  const maker = object?.type === "call" ? object.field("function") : null;
  if (maker?.field("object")?.text !== "self") return false;
  return functionsNamed(module, maker.field("attribute")?.text ?? "").some(({ node }) =>
    /\breturn [^\n]*\.prepare\(/.test(node.text),
  );
}

/** What another class of the client's own module has for the message, if nothing elsewhere may serve it. */
function servedHere(
  project: ProjectFacts,
  client: ModuleFacts,
  name: string,
  { within }: CallFacts,
): readonly PlacedFunction[] {
  const all = project.once(`remote methods ${name}`, () => remoteMethods(project, name));
  return all.every(({ module }) => module === client)
    ? all.filter(({ function: { owner } }) => owner !== within?.owner)
    : [];
}

/** What a call of a prepared client passes behind the method's name by position; `call(ctxt, method, **kwargs)` takes none. */
function surplusOf(module: ModuleFacts, { callee, arguments: given }: CallFacts): Argument | undefined {
  const object = callee.type === "attribute" ? callee.field("object") : null;
  if (!object || !/^(call|cast)$/.test(callee.field("attribute")?.text ?? "")) return undefined;
  const [context, method, third] = given;
  const isOrdered = [context, method, third].every((argument) => argument?.kind === "positional");
  return isOrdered && stringValue(method?.value ?? null) !== undefined && isPrepared(module, object)
    ? third
    : undefined;
}

/** `client.prepare(…)` of oslo.messaging, or a name that is given nothing else. */
function isPrepared(module: ModuleFacts, value: SyntaxNode): boolean {
  if (value.type === "call") {
    const maker = value.field("function");
    return maker?.type === "attribute" && maker.field("attribute")?.text === "prepare";
  }
  const bindings = module.lookup(value.text, module.scopeAt(value))?.bindings ?? [];
  return (
    bindings.length > 0 &&
    bindings.every(
      (binding) =>
        binding.kind === "assignment" && binding.value?.type === "call" && isPrepared(module, binding.value),
    )
  );
}

/**
 * Methods of the name in the tree's services; those of the manager beside the client alone where it has one. Classes that
 * say they serve messages are among them wherever they stand, as what is sent may be meant for them.
 */
function takersOf(project: ProjectFacts, client: ModuleFacts, name: string): readonly PlacedFunction[] {
  const all = project.once(`remote methods ${name}`, () => remoteMethods(project, name));
  const others = all.filter(({ module }) => module !== client && !/rpcapi\.py$/.test(module.path));
  const beside = client.path.replace(/[^/]*$/, "manager.py");
  const own = others.filter(({ module }) => module.path === beside);
  if (own.length > 0) return own;
  const services = others.filter(({ module }) => SERVES.test(module.path));
  return services.length === 0 ? [] : [...services, ...others.filter(servesMessages)];
}

/** A class that gives the version of what it understands; those of clients are called after the interface they speak. */
function servesMessages({ function: { owner } }: PlacedFunction): boolean {
  if (!owner || /(Api|API|Proxy)$/.test(owner.name)) return false;
  return owner.scope.bindings.has("RPC_API_VERSION") || owner.scope.bindings.has("target");
}

/** Modules that serve messages, by their names. */
const SERVES =
  /(manager|rpc|rpc_base|rpc_cb|agent|plugin|server|service|callbacks|endpoint|conductor|handlers\/\w+)\.py$/;

function remoteMethods(project: ProjectFacts, name: string): readonly PlacedFunction[] {
  return [...definitionsNamed(project, name)].filter(
    ({ function: { owner, parameters } }) => owner && takesContext(parameters[1]?.name),
  );
}

/** What runs for a message takes the caller's context first. */
function takesContext(parameter: string | undefined): boolean {
  return /^_{0,2}(ctxt|context|rpc_context|ctx|cntxt|req_context|_ctxt)$/.test(parameter ?? "");
}

/** The parameters that the message fills: those after the instance and the context. */
function openOf(taker: PlacedFunction) {
  return calledParameters(taker).slice(1);
}

function whyNot(taker: PlacedFunction, passed: readonly Argument[]): string {
  const [misfit] = fitCall(openOf(taker), { arguments: passed, bound: 0 }).misfits;
  if (misfit?.kind === "missing") return `needs ${misfit.names.map((name) => `'${name}'`).join(", ")}`;
  return `has no parameter '${misfit?.kind === "unknown" ? misfit.name : ""}'`;
}
