import { normaliseArmId, parseArmId } from '../../../../../../../shared/text/arm-id.ts';
import { isMaskedId, regionOf, textOf } from '../../values.ts';

/** A JSON object whose keys are read without case: `vmId`, `VmId` (PowerShell) and `vmid` (documents) are one. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields (no array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path such as `extended.instanceView.powerState.code`; undefined where the path ends early.
 * A key that has the dots in it (`@odata.nextLink`, a flattened table) comes first.
 */
export function at(value: unknown, path: string): unknown {
  if (path.includes('.') && isObject(value)) {
    const whole = field(value, path);
    if (whole !== undefined) return whole ?? undefined;
  }
  let found: unknown = value;
  for (const key of path.split('.')) {
    if (!isObject(found)) return undefined;
    found = field(found, key);
  }
  return found ?? undefined;
}

function field(object: JsonObject, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key];
  const lower = key.toLowerCase();
  const name = Object.keys(object).find((candidate) => candidate.toLowerCase() === lower);
  return name === undefined ? undefined : object[name];
}

/**
 * A property of a resource, wherever its writer puts it: ARM and Resource Graph under `properties`,
 * `az` and PowerShell beside the id.
 */
export function property(item: JsonObject, path: string): unknown {
  return at(at(item, 'properties'), path) ?? at(item, path);
}

/** The elements of a list; none when it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What every Azure resource says of itself. */
export interface Resource {
  readonly item: JsonObject;
  /** Lower-cased ARM id. */
  readonly id: string;
  /** As written. */
  readonly name: string;
  /** Lower-cased `provider/type[/child]`; of an extension resource such as a plan, its own type. */
  readonly type: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string | undefined;
  readonly location: string | undefined;
}

/** Why an item is no resource that can be read. */
export type NoResource = 'no-id' | 'masked';

/**
 * Reads the common part of an item. Rows that were projected without an id get it from subscription, group, type and
 * name, which together are the id.
 */
export function resourceOf(item: JsonObject): Resource | NoResource {
  const written = textOf(at(item, 'id')) ?? textOf(at(item, 'resourceId')) ?? composedId(item);
  if (written === undefined) return 'no-id';
  if (isMaskedId(written)) return 'masked';
  const parsed = parseArmId(written);
  if (!parsed) return 'no-id';
  return {
    item,
    id: parsed.id,
    name: nameOf(item, parsed.name),
    type: parsed.type === '' ? (parsed.resourceGroup === null ? SUBSCRIPTION : GROUP) : parsed.type,
    subscriptionId: parsed.subscriptionId,
    resourceGroup: parsed.resourceGroup ?? undefined,
    location: regionOf(at(item, 'location')),
  };
}

const SUBSCRIPTION = 'microsoft.resources/subscriptions';
const GROUP = 'microsoft.resources/subscriptions/resourcegroups';

/** Names come back in the writer's case; a child's `name` may hold its parent's too (`vm1/MDE.Windows`). */
function nameOf(item: JsonObject, fromId: string): string {
  const name = textOf(at(item, 'name'))?.split('/').at(-1);
  return name !== undefined && name.toLowerCase() === fromId ? name : fromId;
}

function composedId(item: JsonObject): string | undefined {
  const [subscription, group, type, name] = ['subscriptionId', 'resourceGroup', 'type', 'name'].map((key) =>
    textOf(at(item, key)),
  );
  const isTopLevel = type !== undefined && type.split('/').length === 2;
  if (!subscription || !group || !isTopLevel || !name) return undefined;
  return normaliseArmId(`subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`);
}

/** More rows exist than this file holds: a page link or token, or Resource Graph's own words. */
export function isCut(envelope: JsonObject): boolean {
  const token = ['nextLink', 'skip_token', 'skipToken', '$skipToken', '@odata.nextLink'].some(
    (key) => textOf(at(envelope, key)) !== undefined,
  );
  return token || textOf(at(envelope, 'resultTruncated'))?.toLowerCase() === 'true';
}
