import {
  descendants,
  type Finding,
  type FunctionFacts,
  type ModuleFacts,
  type Rule,
  type RuleContext,
  type SyntaxNode,
  stringValue,
  withoutParentheses,
} from "../../src/rule.ts";

/** The name of a network device made of a prefix or suffix and another device's name, without a limit. */
export const nameLength: Rule = {
  id: "devices/name-length",
  title: "device name that can exceed 15 characters",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/7ececa3a20",
  mentions: [["veth", "interface", "VETH", "iface", "device"]],
  check,
};

function* check({ module }: RuleContext): Generator<Finding> {
  for (const { node, name, value, around } of namedValues(module)) {
    const parts = partsOf(withoutParentheses(value));
    const long = parts?.find(isDevice);
    if (!long || !around || isLimited(module, around)) continue;
    if (!OF_NETWORKS.test(module.text)) continue;
    if (parts?.some((part) => NO_DEVICE.test(stringValue(part) ?? ""))) continue;
    yield {
      span: node,
      message: `'${name}' adds to '${long.text}', which is a device's name itself: the kernel takes 15 characters at most`,
    };
  }
}

/** What is given a device's name, and what a function gives that is named for one: `def get_veth_name(bridge): return …`. */
function* namedValues(module: ModuleFacts): Generator<{
  readonly node: SyntaxNode;
  readonly name: string;
  readonly value: SyntaxNode;
  readonly around: FunctionFacts | null;
}> {
  for (const node of module.tree.ofType("assignment")) {
    const [left, value] = [node.field("left"), node.field("right")];
    if (value && left?.type === "identifier" && isDeviceName(left.text))
      yield { node, name: left.text, value, around: module.functionAround(node) };
  }
  for (const node of module.tree.ofType("return_statement")) {
    const around = module.functionAround(node);
    const [value] = node.namedChildren;
    if (value && around && isDeviceName(around.name) && around.name.endsWith("_name"))
      yield { node, name: `${around.name}()`, value, around };
  }
}

/** What a module that makes devices speaks of; an `interface` of others is one of a service or a class. */
const OF_NETWORKS =
  /vlan|veth|bridge|iproute|ip_lib|netns|\bovs|\bmtu\b|\btap\b|\bmac_|\bip\b.{0,9}\blink\b/i;

/** No device's name has such characters: it is a path or what some other system calls its ports. */
const NO_DEVICE = /[^\w.%@{}-]/;

/** `subinterface_name`, `int_veth_name`, `vlan_dev`: names for devices that are about to be made. */
function isDeviceName(name: string): boolean {
  return (
    /(^|_)(sub_?interface|veth|vlan_dev|vlan_interface|tap_device|device|interface)(_name)?$/.test(name) &&
    !/(physical|parent|base)/.test(name)
  );
}

/** What a name is put together from: `'%s.%s' % (a, b)`, `PREFIX + a`, `'x' + a`, f-strings. */
function partsOf(value: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (value.type === "string") {
    const inner = value.children
      .filter(({ type }) => type === "interpolation")
      .flatMap((part) => part.namedChildren.slice(0, 1));
    return inner.length > 0 ? [...inner, value] : undefined;
  }
  if (value.type !== "binary_operator") return undefined;
  const left = value.field("left");
  const right = value.field("right");
  const operator = value.field("operator")?.text;
  if (!left || !right) return undefined;
  if (operator === "+") return [...(partsOf(left) ?? [left]), ...(partsOf(right) ?? [right])];
  const format = operator === "%" ? stringValue(left) : undefined;
  if (format === undefined || /\s|\/|:|=|%\./.test(format)) return undefined;
  const inner = withoutParentheses(right);
  return inner.type === "tuple" ? [left, ...inner.namedChildren] : [left, inner];
}

/** A part that is as long as a device's or a bridge's name may be. */
function isDevice(node: SyntaxNode): boolean {
  return (
    node.type === "identifier" &&
    /^(physical_interface|interface|interface_name|bridge|bridge_name|br_name|device|dev|dev_name|device_name|parent_interface|physical_dev)$/.test(
      node.text,
    )
  );
}

/** Whether the function speaks of a limit: a slice, `len()`, a hash, a constant of that meaning. */
function isLimited(module: ModuleFacts, facts: FunctionFacts): boolean {
  const text = facts.node.text;
  if (/\blen\(|hash|sha1|MAX_?\w*LEN|_LEN\b|truncat|IFNAMSIZ|\b1[45]\b/.test(text)) return true;
  for (const node of descendants(facts.node)) if (node.type === "slice") return true;
  return /(^|\/)(network_)?xenapi|windows|hyperv/.test(module.path);
}
