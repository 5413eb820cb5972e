import { createHash } from 'node:crypto';

/** An invented GUID that belongs to a name: the same name always gives the same one (version and variant bits set). */
export function guid(name: string): string {
  const hex = createHash('sha1').update(`minato-seiki/${name}`).digest('hex').slice(0, 32).split('');
  hex[12] = '4';
  hex[16] = '8';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An invented Defender for Endpoint device id: 40 hexadecimal digits. */
export function deviceId(host: string): string {
  return createHash('sha1').update(`minato-seiki/device/${host}`).digest('hex');
}

export const TENANT = guid('tenant');
export const DOMAIN = 'minato-seiki.example';

/** The four subscriptions of the tenant. */
export const SUBSCRIPTIONS = {
  prod: { id: guid('subscription/prod'), name: 'minato-prod' },
  dev: { id: guid('subscription/dev'), name: 'minato-dev' },
  shared: { id: guid('subscription/shared'), name: 'minato-shared' },
  plant: { id: guid('subscription/plant'), name: 'minato-plant' },
} as const;
export type SubscriptionKey = keyof typeof SUBSCRIPTIONS;

export const CONNECTOR = `/subscriptions/${SUBSCRIPTIONS.shared.id}/resourceGroups/rg-aws/providers/Microsoft.Security/securityConnectors/aws-minato-shop`;

/** ARM id of a resource of a host. */
export function armId(subscription: SubscriptionKey, group: string, type: string, name: string): string {
  return `/subscriptions/${SUBSCRIPTIONS[subscription].id}/resourceGroups/${group}/providers/${type}/${name}`;
}
