/**
 * Whether a name stands for what configuration can exchange: `self.driver`, `virt_driver`, `VolumeDriver`, cinder's
 * `BaseVD`, `connector`.
 */
export function isDriverName(name: string): boolean {
  return /(driver|connector|plugin|backend)$/i.test(name) || /[a-z]VD$/.test(name);
}

/**
 * Whether a name stands for what speaks to a service over the network, and for none of the tree's drivers:
 * `self.neutron`, `dest_nova_client`.
 */
export function isClientName(receiver: string): boolean {
  return /(client|_cli|(^|[._])(nova|neutron|cinder|glance|keystone|heat|ironic|octavia|manila|swift|barbican))$/i.test(
    receiver,
  );
}

/** Whether a receiver may be an instance of any class: it is neither `super()` nor a class by its name. */
export function isValue(object: string | undefined): boolean {
  return (
    object !== undefined && !/^(super\b|cls\b|[A-Z]\w*$)/.test(object) && !/^\w+\.[A-Z]\w*$/.test(object)
  );
}

/** Whether a name is one that libraries give what they make, too: it tells nothing of the class. */
export function isAnybodysName(name: string): boolean {
  return /^(client|lock|queue|session|event|thread|pool|timer|connection|socket|request|response|server|process|cache)$/.test(
    name,
  );
}
