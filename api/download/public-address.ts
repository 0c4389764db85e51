import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What is no address of the public internet: IANA's registries of special-purpose addresses, and multicast. */
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
]) {
  const [address = '', bits] = range.split('/');
  special.ipv4.addSubnet(address, Number(bits), 'ipv4');
}
for (const range of [
  ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]) {
  const [address = '', bits] = range.split('/');
  special.ipv6.addSubnet(address, Number(bits), 'ipv6');
}

/** Whether an address (IPv4 or IPv6, as text) is of the public internet. What carries an IPv4 address within counts as none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return !special[family].check(address, family);
}

/** A name that leads to this machine or its network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';

  constructor(host: string, address: string) {
    super(host === address ? `${host} is no public address` : `${host} is at ${address}, no public address`);
  }
}

/** Looks a name up for a connection, which is then made to one of these addresses and no other. */
export const lookupPublic: LookupFunction = (host, options, give) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const closed = found?.find(({ address }) => !isPublicAddress(address));
    const failure = error ?? (closed ? new PrivateAddressError(host, closed.address) : null);
    if (failure) return give(failure, '', 0);
    if (options.all) return give(null, found);
    return give(null, found[0]?.address ?? '', found[0]?.family);
  });
};
