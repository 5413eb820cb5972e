import { normaliseArmId } from '../../../../../../../shared/text/arm-id.ts';
import { tagOf } from '../../tags.ts';
import { isMaskedId, lowerOf } from '../../values.ts';
import { at, isObject, listOf, property, type Resource } from './item.ts';

type Tags = Readonly<Record<string, string>> | undefined;

/**
 * Whether a scale set or VM is a node of an AKS cluster: an extension of the publisher Microsoft.AKS (how Microsoft's
 * estimator tells it), the tags that AKS writes, or a node resource group (`MC_…`) together with AKS's naming or
 * orchestrator tag.
 */
export function isAksNode(resource: Resource, tags: Tags): boolean {
  const extensions = listOf(property(resource.item, 'virtualMachineProfile.extensionProfile.extensions'));
  if (
    extensions.some(
      (extension) => lowerOf(isObject(extension) ? property(extension, 'publisher') : '') === 'microsoft.aks',
    )
  ) {
    return true;
  }
  const names = Object.keys(tags ?? {}).map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith('aks-managed-'))) return true;
  const isNodeGroup = resource.resourceGroup?.startsWith('mc_') === true;
  return isNodeGroup && (/^aks-/i.test(resource.name) || /kubernetes/i.test(tagOf(tags, 'orchestrator') ?? ''));
}

/** What a Databricks-managed VM is told by; all that a source leaves out may be absent. */
export interface DatabricksSigns {
  readonly managedBy?: unknown;
  readonly tags?: Tags;
  readonly resourceGroup?: string | undefined;
  readonly imagePublisher?: string | undefined;
}

/**
 * Whether Azure Databricks manages the VM: the owner of the resource, the tags that Databricks writes (`Vendor`,
 * `DatabricksInstance…`), its image, or the default name of its managed resource group (`databricks-rg-…`).
 */
export function isDatabricksNode(signs: DatabricksSigns): boolean {
  return (
    /microsoft\.databricks\//i.test(lowerOf(signs.managedBy) ?? '') ||
    /databricks/i.test(tagOf(signs.tags, 'Vendor') ?? '') ||
    Object.keys(signs.tags ?? {}).some((name) => /^databricksinstance/i.test(name)) ||
    /^azuredatabricks$/i.test(signs.imagePublisher ?? '') ||
    /^databricks-rg-/i.test(signs.resourceGroup ?? '')
  );
}

/**
 * The AWS or GCP security connector that made an Arc machine, from the tag that Defender for Cloud writes.
 * https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws
 */
export function connectorOf(tags: Tags): string | undefined {
  const written = lowerOf(tagOf(tags, 'MDFCSecurityConnector'));
  if (written === undefined || isMaskedId(written)) return undefined;
  return written.includes('/') ? normaliseArmId(written) : written;
}

/** Words for the clouds in `kind`, `cloudMetadata.provider`, `detectedProperties.cloudprovider` and the tag `Cloud`. */
export function cloudOf(...words: readonly unknown[]): 'azure' | 'aws' | 'gcp' | undefined {
  for (const word of words) {
    const text = lowerOf(word);
    if (text === undefined) continue;
    if (/^(aws|amazon)/.test(text)) return 'aws';
    if (/^(gcp|google)/.test(text)) return 'gcp';
    if (/^azure$|^microsoft azure$/.test(text)) return 'azure';
  }
  return undefined;
}

/** Publisher, offer and sku of a marketplace image; undefined for an image of one's own. */
export function imageOf(reference: unknown): { publisher: string; offer: string; sku: string } | undefined {
  const [publisher, offer, sku] = ['publisher', 'offer', 'sku'].map((key) => {
    const text = at(reference, key);
    return typeof text === 'string' ? text : '';
  });
  return publisher || offer ? { publisher: publisher ?? '', offer: offer ?? '', sku: sku ?? '' } : undefined;
}
