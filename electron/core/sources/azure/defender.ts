import type { Client } from '@azure-rest/core-client';
import { DEVICES, inShape } from './answers.ts';
import { getJson, placeOf } from './arm.ts';
import { AzureError } from './errors.ts';

export interface DevicePage {
  readonly rows: readonly unknown[];
  /** Where the next page begins; null: this was the last. */
  readonly token: string | null;
}

/** Devices of one page: the most that the service gives. https://learn.microsoft.com/defender-endpoint/api/get-machines */
export const DEVICES_AT_ONCE = 10_000;

/**
 * One page of a tenant's devices. The service pages by `$top` and `$skip`; a link is followed where it gives one.
 * 404 means that no device was seen lately: that is an empty answer.
 */
export async function askDevices(
  client: Client,
  endpoint: string,
  token: string | null,
  signal: AbortSignal,
): Promise<DevicePage> {
  const place = token?.startsWith('https:')
    ? placeOf(token, endpoint)
    : { path: '/api/machines', query: { $top: String(DEVICES_AT_ONCE), $skip: token ?? '0' } };
  let body: unknown;
  try {
    body = await getJson(client, place.path, place.query, signal);
  } catch (error) {
    if (error instanceof AzureError && error.problem === 'not-found') return { rows: [], token: null };
    throw error;
  }
  const { value, '@odata.nextLink': link } = inShape(DEVICES, body, 'machines');
  if (link != null) {
    if (link === token) throw new AzureError('contract', 'Defender for Endpoint repeated a page link');
    return { rows: value, token: link };
  }
  const skipped = Number(place.query.$skip ?? 0);
  return { rows: value, token: value.length < DEVICES_AT_ONCE ? null : String(skipped + value.length) };
}
