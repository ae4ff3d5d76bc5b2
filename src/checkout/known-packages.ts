/**
 * The top-level packages of OpenStack projects that osfix can tell apart, by project name as in
 * https://opendev.org/openstack. The first package is the one that every release has.
 */
export const PROJECT_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  nova: ["nova"],
  "os-vif": ["os_vif", "vif_plug_linux_bridge", "vif_plug_ovs", "vif_plug_noop"],
  neutron: ["neutron"],
  "neutron-lib": ["neutron_lib"],
  cinder: ["cinder"],
  "os-brick": ["os_brick"],
  glance: ["glance"],
  keystone: ["keystone"],
  placement: ["placement"],
  ironic: ["ironic"],
  heat: ["heat"],
  manila: ["manila"],
  octavia: ["octavia"],
  designate: ["designate"],
  barbican: ["barbican"],
  magnum: ["magnum"],
  swift: ["swift"],
  cyborg: ["cyborg"],
  "oslo.privsep": ["oslo_privsep"],
  "oslo.concurrency": ["oslo_concurrency"],
  "oslo.config": ["oslo_config"],
};

const owners = new Map(
  Object.entries(PROJECT_PACKAGES).flatMap(([project, packages]) =>
    packages.map((name) => [name, project] as const),
  ),
);

/** The project that owns a top-level package name. */
export function projectOfPackage(name: string): string | undefined {
  return owners.get(name);
}
