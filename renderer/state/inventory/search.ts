import type { Machine } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';

/** The folded texts of a machine that free text is looked for in: what is its own, and what it shares with others. */
interface SearchTexts {
  readonly own: readonly string[];
  readonly shared: { readonly codes: Int32Array; readonly texts: readonly string[] };
}

const TEXTS = new WeakMap<readonly Machine[], SearchTexts>();

/**
 * Which machines hold every word of the search, anywhere in names, addresses, ids, system, subscription, group or tags.
 * Without case and width (NFKC). Null: nothing is searched for.
 */
export function searchMachines(machines: readonly Machine[], search: string): Uint8Array | null {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const { own, shared } = prepareSearch(machines);
  const found = new Uint8Array(machines.length).fill(1);
  for (const word of words) {
    const isShared = shared.texts.map((text) => text.includes(word));
    for (let row = 0; row < found.length; row += 1) {
      if (found[row] === 0 || isShared[shared.codes[row] ?? 0]) continue;
      if (!own[row]?.includes(word)) found[row] = 0;
    }
  }
  return found;
}

/** Folds once for each array of machines; called ahead, it makes the first search as fast as the next. */
export function prepareSearch(machines: readonly Machine[]): SearchTexts {
  const known = TEXTS.get(machines);
  if (known) return known;
  const codes = new Int32Array(machines.length);
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const tags = new Map<Machine['tags'], string>();
  const own = machines.map((machine, row) => {
    const tag = tags.get(machine.tags) ?? Object.entries(machine.tags).flat().join('\n');
    tags.set(machine.tags, tag);
    const text = `${machine.os.text}\n${machine.subscriptionName}\n${machine.subscriptionId}\n${machine.resourceGroup}\n${tag}`;
    let code = byText.get(text);
    if (code === undefined) {
      code = texts.push(fold(text)) - 1;
      byText.set(text, code);
    }
    codes[row] = code;
    const { name, fqdn, ipAddresses, mdeDeviceId, smbiosUuid } = machine;
    return fold(`${name}\n${fqdn ?? ''}\n${ipAddresses.join('\n')}\n${mdeDeviceId ?? ''}\n${smbiosUuid ?? ''}`);
  });
  const made: SearchTexts = { own, shared: { codes, texts } };
  TEXTS.set(machines, made);
  return made;
}
