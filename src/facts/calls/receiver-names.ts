/** `self.driver`, `virt_driver`, `VolumeDriver`, cinder's `BaseVD`, `connector`: what is exchangeable by configuration. */
export function isDriverName(name: string): boolean {
  return /(driver|connector|plugin|backend)$/i.test(name) || /[a-z]VD$/.test(name);
}

/** `self.neutron`, `dest_nova_client`: what speaks to a service over the network, and no class of the tree's drivers. */
export function isClientName(receiver: string): boolean {
  return /(client|_cli|(^|[._])(nova|neutron|cinder|glance|keystone|heat|ironic|octavia|manila|swift|barbican))$/i.test(
    receiver,
  );
}

/** No `super()`, and no class by its name: something that may be an instance of any class. */
export function isValue(object: string | undefined): boolean {
  return (
    object !== undefined && !/^(super\b|cls\b|[A-Z]\w*$)/.test(object) && !/^\w+\.[A-Z]\w*$/.test(object)
  );
}

/** Names that libraries give what they make, too. */
export function isAnybodysName(name: string): boolean {
  return /^(client|lock|queue|session|event|thread|pool|timer|connection|socket|request|response|server|process|cache)$/.test(
    name,
  );
}
