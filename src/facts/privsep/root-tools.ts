/** Tools that do nothing useful without root. */
const ALWAYS = new Set(
  `ovs-ofctl ovs-dpctl ebtables arptables iptables ip6tables iptables-save iptables-restore ip6tables-save
ip6tables-restore ipset conntrack vconfig tunctl mkfs mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.vfat mkswap mount umount
losetup dmsetup lvcreate lvremove lvextend lvresize lvconvert lvchange lvrename lvs lvdisplay vgs vgcreate vgremove
vgdisplay pvs pvcreate pvresize tgtadm tgt-admin iscsiadm multipath multipathd cryptsetup parted kpartx partprobe
blockdev chown modprobe rmmod qemu-nbd tune2fs resize2fs e2fsck arping systool targetcli cinder-rtstool ietadm brctl
ovs-vsctl drbdadm mkfs.ext2 mkfs.btrfs mkfs.ntfs mkfs.fat mount.nfs mount.nfs4 mount.cifs mount.glusterfs
mount.lustre mount.ceph umount.nfs lvscan lvmdiskscan pvremove pvmove vgchange vgextend vgreduce
vgscan sfdisk sgdisk fdisk mdadm sg_scan sg_raw dmidecode insmod depmod swapon swapoff fsck xfs_growfs fstrim
exportfs nsenter nft ebtables-save ebtables-restore iptables-legacy conntrackd scstadmin tgt-setup-lun nvmetcli`.split(
    /\s+/,
  ),
);

/** Words with which a tool changes what it asks of otherwise. */
const CHANGES = new Set([
  "add",
  "del",
  "delete",
  "set",
  "flush",
  "replace",
  "change",
  "append",
  "exec",
  "add-br",
  "del-br",
  "add-port",
  "del-port",
]);

/** Whether a command needs root wherever it is run: it changes devices, networks, mounts, or reads what only root may. */
export function needsRoot(words: readonly string[]): boolean {
  const command = (words[0] ?? "").replace(/^.*\//, "");
  if (command === "sysctl") return words.some((word) => /^(-w|--write)$/.test(word));
  if (ASKING_TOOLS.has(command)) return words.slice(1).some((word) => CHANGES.has(word));
  return ALWAYS.has(command) && !words.some((word) => /^(--version|-V|--help|verify)$/.test(word));
}

/** Tools that ask where they have none of the words that change. */
export const ASKING_TOOLS: ReadonlySet<string> = new Set(["ip", "route", "tc", "ifconfig", "bridge"]);

/** Whether a command has a word that only asks (`ip addr show`, `lvs --version`). */
export function asksOnly(words: readonly string[]): boolean {
  return words.some((word) => ASKS.test(word));
}

const ASKS =
  /^(--version|-V|--help|-h|version|help|show|list|ls|get|status|info|dump|display|query|stats?|check|verify)$/;
