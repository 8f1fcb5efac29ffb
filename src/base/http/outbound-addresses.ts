import { BlockList, isIP, isIPv4 } from 'node:net';

// Addresses of the world outside, and nothing else: what an administrator types in must not make this program knock on doors of the
// house that it stands in. Taken from the registries of special-purpose addresses of IANA (RFC 6890 and what followed it).

const special4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
];
/** Of IPv6 only this eighth is given out to the world; whatever wraps an IPv4 address (mapped, 6to4, Teredo, NAT64) lies outside of it or is taken out. */
const world6 = ['2000::/3'];
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const parts = /^(?<address>[\d.a-f:]+)(?:\/(?<bits>\d{1,3}))?$/iu;

/** `10.1.2.0/24`, `fd00::/8`, or one address alone; null where it is neither. */
const networkOf = (entry: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null => {
  const { address = '', bits } = parts.exec(entry.trim())?.groups ?? {};
  if (isIP(address) === 0) return null;
  const longest = isIPv4(address) ? 32 : 128;
  const length = bits === undefined ? longest : Number(bits);
  return length > longest ? null : { address, bits: length, family: isIPv4(address) ? 'ipv4' : 'ipv6' };
};

/** Those of `entries` that are no network and no address. */
export const notNetworks = (entries: readonly string[]): string[] => entries.filter((entry) => networkOf(entry) === null);

const listOf = (entries: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const entry of entries) {
    const network = networkOf(entry);
    if (network === null) throw new Error(`${entry} is no network.`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return list;
};

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
const lists = { special4: listOf(special4), world6: listOf(world6), special6: listOf(special6), loopback: listOf(['127.0.0.0/8', '::1']) };

/** Whether an address belongs to the world outside: not to this machine, its network, or the service that a cloud keeps its keys at. */
export const isPublicAddress = (address: string): boolean => {
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (isIPv4(address)) return !isIn(lists.special4, address);
  return isIn(lists.world6, address) && !isIn(lists.special6, address);
};

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && isIn(lists.loopback, address);

/** Whether `address` lies in one of the networks that the operator of this installation has opened (`PRESA_OUTBOUND_ALLOW`). */
export const isAllowed = (address: string, allowed: readonly string[]): boolean => isIP(address) !== 0 && allowed.length > 0 && isIn(listOf(allowed), address);
