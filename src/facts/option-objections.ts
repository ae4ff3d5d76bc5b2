import { suggest } from "../text/suggest.ts";
import { isGuestIn } from "./distribution.ts";
import type { ModuleFacts } from "./module.ts";
import { isTestPath } from "./module-names.ts";
import { CONFIG_METHODS, type OptionRead, optionReadsIn, suspectReads } from "./option-reads.ts";
import { type OptionRegistry, optionRegistry } from "./options.ts";
import type { ProjectFacts } from "./project.ts";
import { pathsAssigning } from "./word-index.ts";

/** Why a read cannot work; `undefined` when it can, or when the tree does not say enough. */
export type Objection =
  | {
      readonly kind: "wrong-group";
      readonly groups: readonly string[];
      readonly option: string;
      readonly read: string;
    }
  | { readonly kind: "unregistered"; readonly option: string; readonly group: string };

/**
 * The option reads of a module that cannot work for one reason, in text order.
 *
 * @param module asked for when the text alone shows a read that may be one of them
 */
export function* objectionsIn<K extends Objection["kind"]>(
  project: ProjectFacts,
  path: string,
  module: () => ModuleFacts,
  kind: K,
): Generator<{ readonly read: OptionRead; readonly objection: Extract<Objection, { readonly kind: K }> }> {
  const registry = optionRegistry(project);
  const judge = (first: string, second: string | undefined) => {
    const objection = objectionTo(project, registry, path, first, second);
    return objection && isOf(objection, kind) ? objection : undefined;
  };
  if (!suspectReads(project, path, (first, second) => judge(first, second) !== undefined)) return;
  for (const read of optionReadsIn(project, module())) {
    const objection = judge(read.first, read.second);
    if (objection && !isExcused(project, objection)) yield { read, objection };
  }
}

function isOf<K extends Objection["kind"]>(
  objection: Objection,
  kind: K,
): objection is Extract<Objection, { readonly kind: K }> {
  return objection.kind === kind;
}

/** Judges `CONF.first` and `CONF.first.second` by what the tree registers. */
function objectionTo(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  first: string,
  second: string | undefined,
): Objection | undefined {
  if (registry.size < 5 || CONFIG_METHODS.has(first) || first.startsWith("_") || EXTERNAL_GROUPS.test(first))
    return undefined;
  if (registry.groups.has(first))
    return second === undefined ? undefined : objectionInGroup(project, registry, path, first, second);
  const groups = registry.groupsOf(first);
  const home = registry.isKnown(first) ? undefined : libraryGroup(project, first);
  if (home !== undefined && standsAlone(project, path))
    return { kind: "wrong-group", groups: [home], option: first, read: "DEFAULT" };
  if (groups?.has("DEFAULT") || registry.isUncertain(first) || EXTERNAL_OPTIONS.test(first)) return undefined;
  if (groups && groups.size > 0)
    return { kind: "wrong-group", groups: [...groups].sort(), option: first, read: "DEFAULT" };
  const otherCase = [...registry.groups].find((group) => group.toLowerCase() === first.toLowerCase());
  if (second !== undefined && otherCase !== undefined && isOptionOf(registry, otherCase, second))
    return { kind: "wrong-group", groups: [otherCase], option: second, read: first };
  const homes = second === undefined || registry.isUncertain(second) ? undefined : registry.groupsOf(second);
  if (second !== undefined && !METHODS_OF_VALUES.has(second) && homes && homes.size > 0) {
    return {
      kind: "wrong-group",
      groups: [...(registry.groupsOf(second) ?? [])].sort(),
      option: second,
      read: first,
    };
  }
  if (registry.isKnown(first)) return undefined;
  return standsAlone(project, path) || isMisspeltMethod(first)
    ? { kind: "unregistered", option: first, group: "DEFAULT" }
    : undefined;
}

/**
 * Whether something that this tree does not show makes the name: another library's function, the service that a library
 * is for (whose part its tests play), or a plain assignment. It reads the tests, and is for what else would be told.
 */
function isExcused(project: ProjectFacts, objection: Objection): boolean {
  if (objection.kind !== "unregistered" || objection.group !== "DEFAULT") return false;
  const { option } = objection;
  if (foreignGroups(project).has(option) || madeByTests(project).has(option)) return true;
  const assigned = new RegExp(`\\bconf\\.${option}\\s*=[^=]`, "i");
  return pathsAssigning(project, option).some((path) => assigned.test(project.text(path) ?? ""));
}

/** The options that test code constructs. */
function madeByTests(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("options of tests", () => {
    const made = new Set<string>();
    for (const path of project.sources.paths) {
      const text = path.endsWith(".py") && isTestPath(path) ? project.sources.read(path) : undefined;
      for (const [, name = ""] of text?.matchAll(/Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]/g) ?? [])
        made.add(name.replaceAll("-", "_"));
    }
    return made;
  });
}

/** `x` of `library.register_x_opts(CONF)`, where the library is neither in the tree nor one whose options are listed below. */
function foreignGroups(project: ProjectFacts): ReadonlySet<string> {
  return project.onceOfTexts("groups of foreign libraries", () => {
    const groups = new Set<string>();
    for (const path of project.pathsMentioning("_opts(")) {
      const text = project.text(path) ?? "";
      for (const [, holder = "", group = ""] of text.matchAll(
        /\b(\w+)\.register_(\w+)_opts\([\w.]*CONF\b/g,
      )) {
        const from = new RegExp(
          `^[ \\t]*(?:from[ \\t]+([\\w.]+)[ \\t]+)?import[ \\t]+[^\\n]*\\b${holder}\\b`,
          "m",
        ).exec(text)?.[1];
        const root = (from ?? holder).split(".", 1)[0] ?? "";
        if (project.pathOf(root) === undefined) groups.add(group);
      }
    }
    return groups;
  });
}

/** `regsiter_opts`: nobody names an option like this. */
function isMisspeltMethod(name: string): boolean {
  return (
    /^(reg|imp|set|clear|unreg)\w*_(opts?|group|override|default)$/.test(name) &&
    suggest(name, [...CONFIG_METHODS]) !== undefined
  );
}

function objectionInGroup(
  project: ProjectFacts,
  registry: OptionRegistry,
  path: string,
  group: string,
  option: string,
): Objection | undefined {
  const groups = registry.groupsOf(option);
  // a group may share its name with an option: `CONF.host.lower()`
  if (
    groups?.has(group) ||
    registry.isUncertain(option) ||
    registry.groupsOf(group)?.has("DEFAULT") ||
    registry.isUncertain(group)
  )
    return undefined;
  if (KEYSTONEAUTH.test(option) || METHODS_OF_VALUES.has(option)) return undefined;
  if (groups && groups.size > 0)
    return { kind: "wrong-group", groups: [...groups].sort(), option, read: group };
  return standsAlone(project, path) && !registry.isKnown(option) && registry.openedBy(group).length === 0
    ? { kind: "unregistered", option, group }
    : undefined;
}

function isOptionOf(registry: OptionRegistry, group: string, name: string): boolean {
  return !METHODS_OF_VALUES.has(name) && registry.groupsOf(name)?.has(group) === true;
}

const METHODS_OF_VALUES = new Set([
  "get",
  "items",
  "keys",
  "pop",
  "values",
  "lower",
  "upper",
  "split",
  "strip",
  "format",
  "startswith",
  "endswith",
  "replace",
  "append",
  "join",
  "register_opts",
  "register_opt",
  "copy",
  "encode",
  "count",
  "index",
  "partition",
  "rpartition",
  "lstrip",
  "rstrip",
]);

/**
 * Whether the tree defines the options itself that a file reads: it does not live inside another service's process, and
 * neither does the file.
 */
function standsAlone(project: ProjectFacts, path: string): boolean {
  return !SERVICES.some((name) => isInsideOf(name, path)) && isOwnProcess(project);
}

/** A file in a directory that is named for a service and lies inside of another package: `shop/nova/driver.py`. */
function isInsideOf(service: string, path: string): boolean {
  return path.includes(`/${service}/`);
}

function isOwnProcess(project: ProjectFacts): boolean {
  return project.onceOfTexts("options stand alone", () => {
    for (const path of project.pathsMentioning(
      ...SERVICES.flatMap((name) => [`from ${name}`, `import ${name}`]),
    )) {
      // oslo-incubator's copies speak of nova in their examples
      if (path.includes("openstack/common/") || /^docs?\//.test(path)) continue;
      const text = project.text(path) ?? "";
      if (!importsService(project, path, text)) continue;
      // an example in a docstring imports nothing
      if (importsService(project, path, text.replace(/("""|''')[\s\S]*?\1/g, ""))) return false;
    }
    return true;
  });
}

function importsService(project: ProjectFacts, path: string, text: string): boolean {
  // `from shop.drivers \` and `import nova` below it is one statement
  const joined = text.replace(/\\\n[ \t]*/g, " ");
  for (const match of joined.matchAll(/^\s*(?:from\s+(\w+)[.\w]*\s+import|import\s+(\w+))\b/gm)) {
    const root = match[1] ?? match[2] ?? "";
    const isForeign = project.pathOf(root) === undefined || isGuestIn(project, root);
    if (SERVICES.includes(root) && isForeign && !isInsideOf(root, path)) return true;
  }
  return false;
}

const SERVICES = [
  "nova",
  "neutron",
  "cinder",
  "glance",
  "ironic",
  "manila",
  "designate",
  "ceilometer",
  "keystone",
  "heat",
  "octavia",
  "trove",
  "sahara",
  "magnum",
  "aodh",
  "barbican",
  "placement",
];

/** The group of a library's option that older code had in DEFAULT, in a tree that uses the library. */
function libraryGroup(project: ProjectFacts, option: string): string | undefined {
  const group = /^policy_(?:file|dirs|default_rule)$/.test(option)
    ? "oslo_policy"
    : /^(?:lock_path|disable_process_locking)$/.test(option)
      ? "oslo_concurrency"
      : undefined;
  return group !== undefined && project.pathsMentioning(`from ${group} import`, `import ${group}`).length > 0
    ? group
    : undefined;
}

/** Whether a library is known to register an option or group of that name. */
export function isLibraryOption(name: string): boolean {
  return EXTERNAL_GROUPS.test(name) || EXTERNAL_OPTIONS.test(name);
}

/** Groups and options that libraries register: ryu, oslo.*, keystonemiddleware, keystoneauth, osprofiler, castellan, os-brick. */
const EXTERNAL_GROUPS =
  /^(oslo_\w+|database|api_database|keystone_authtoken|keystone_\w+|profiler|privsep\w*|vif_plug_\w+|os_vif\w*|os_brick|barbican\w*|key_manager|vault|cors\w*|healthcheck|ssl|matchmaker\w*|service_auth|audit_middleware_notifications|coordination|backend_defaults|oslo|service_user|nova_sys_admin|cinder_sys_admin|command|category|glance_store|remote_debug|conductor|sasl\w*|quotas|cache|paste_deploy|revision|store_type_location\w*|task|zmq\w*|statsd|metrics|sensor_data|extract\w*|experimental|retries|polling|dispatcher\w*|publisher)$/;
const EXTERNAL_OPTIONS =
  /^(debug|verbose|config_file|config_dir|state_path|lock_path|disable_process_locking|log_\w+|logging_\w+|use_(syslog|journal|json|stderr|eventlog|color)\w*|syslog_\w+|watch_log_file|default_log_levels|publish_errors|instance_format|instance_uuid_format|rate_limit_\w+|fatal_\w+|transport_url|rpc_\w+|control_exchange|executor_thread_pool_size|notification_\w+|default_notification_\w+|default_publisher_id|allowed_rpc_exception_modules|amqp_\w+|rabbit_\w+|kombu_\w+|qpid_\w+|zmq_\w+|sql_\w+|db_\w+|dbapi_\w+|sqlite_\w+|connection|backdoor_\w+|graceful_shutdown_timeout|api_paste_config|wsgi_\w+|tcp_keep\w+|client_socket_timeout|max_header_line|run_external_periodic_tasks|policy_\w+|matchmaker_\w+|fake_rabbit|memcached_servers|enable_new_services|heartbeat_\w+|conn_pool_\w+|ofp_\w+)$/;
/** What keystoneauth's loading functions register in any group they are given, and its plugins when they are loaded. */
const KEYSTONEAUTH =
  /^(auth_type|auth_section|auth_url|cafile|certfile|keyfile|insecure|timeout|collect_timing|split_loggers|service_type|service_name|valid_interfaces|region_name|endpoint_override|version|min_version|max_version|connect_retries|connect_retry_delay|status_code_retries|status_code_retry_delay|retriable_status_codes|username|password|user_id|user_domain_\w+|project_\w+|tenant_\w+|domain_\w+|default_domain_\w+|trust_id|system_scope|token|endpoint|interface)$/;
