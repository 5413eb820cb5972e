/** What an Azure Resource Manager id tells. Everything lower-cased: ids are not case-normalised across providers. */
export interface ArmId {
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string | null;
  /** `microsoft.compute/virtualmachines`, `microsoft.compute/virtualmachines/extensions`; empty for a subscription or group. */
  readonly type: string;
  /** Last segment. */
  readonly name: string;
  /** Id of the parent resource of a child type such as an extension; else null. */
  readonly parentId: string | null;
}

/**
 * Takes an ARM id apart; null when the text is none.
 * Shape: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function parseArmId(text: string): ArmId | null {
  const id = normaliseArmId(text);
  const segments = id.split('/').slice(1);
  if (segments.length < 2 || segments[0] !== 'subscriptions' || segments.some((segment) => segment === '')) return null;
  const subscriptionId = segments[1] ?? '';
  const hasGroup = segments[2] === 'resourcegroups';
  const resourceGroup = hasGroup ? (segments[3] ?? null) : null;
  const provider = segments.lastIndexOf('providers');
  if (provider < 0) return { id, subscriptionId, resourceGroup, type: '', name: segments.at(-1) ?? '', parentId: null };
  const path = segments.slice(provider + 2);
  if (path.length < 2 || path.length % 2 !== 0) return null;
  const types = path.filter((_, index) => index % 2 === 0);
  return {
    id,
    subscriptionId,
    resourceGroup,
    type: [segments[provider + 1], ...types].join('/'),
    name: path.at(-1) ?? '',
    parentId: types.length > 1 ? `/${segments.slice(0, -2).join('/')}` : null,
  };
}

/** Lower case, one leading slash, no trailing one: the form in which ids are compared and kept. */
export function normaliseArmId(text: string): string {
  const id = `/${text
    .trim()
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')}`;
  // An equal text is a copy all the same, and there may be 100,000 of them.
  return id === text ? text : id;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A GUID with dashes, in any case. */
export function isGuid(text: string): boolean {
  return GUID.test(text.trim());
}
