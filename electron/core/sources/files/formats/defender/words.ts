import type { MachineRecord, SensorHealth, SensorOnboarding } from '../../../../../../shared/model/index.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import { textOf } from '../values.ts';

/**
 * Words of Defender for Endpoint, from its API, advanced hunting, and the portal in English and Japanese, as data.
 * https://learn.microsoft.com/defender-endpoint/api/machine (healthStatus, onboardingStatus);
 * the portal's Japanese words are guesses from its grid.
 */
const HEALTH_WORDS: Readonly<Record<SensorHealth, string>> = {
  active: 'active|アクティブ|正常',
  inactive: 'inactive|非アクティブ|無効',
  'impaired-communication': 'impairedcommunication|impairedcommunications|通信障害|通信の障害|通信が正常でない',
  'no-sensor-data': 'nosensordata|センサーデータなし|センサーデータがありません',
  'no-sensor-data-impaired-communication':
    'nosensordataimpairedcommunication|nosensordataimpairedcommunications|センサーデータなし通信障害',
  unknown: 'unknown|不明',
};

const ONBOARDING_WORDS: Readonly<Record<SensorOnboarding, string>> = {
  onboarded: 'onboarded|オンボード済み|オンボード済|オンボードされました|オンボード',
  'can-be-onboarded': 'canbeonboarded|オンボード可能|オンボードできます|オンボードできる',
  unsupported: 'unsupported|サポート対象外|サポートされていません|未サポート|非対応',
  'insufficient-info': 'insufficientinfo|insufficientinformation|情報不足|情報が不十分|不十分な情報',
};

const HEALTHS = wordMap(HEALTH_WORDS);
const ONBOARDINGS = wordMap(ONBOARDING_WORDS);

/** Health of the sensor in any spelling; null for a word that is not known, undefined for none. */
export function parseHealth(value: unknown): SensorHealth | null | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : (HEALTHS.get(wordKey(text)) ?? null);
}

/** Whether the device has a sensor, could have one, or cannot; null for a word that is not known, undefined for none. */
export function parseOnboarding(value: unknown): SensorOnboarding | null | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : (ONBOARDINGS.get(wordKey(text)) ?? null);
}

/**
 * Device types and categories that are no servers. Workstations are left to the operating system, which tells more surely
 * what is a client. https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table
 */
const NO_SERVER_TYPES = new Set(
  'mobile|phone|smartphone|tablet|network device|networkdevice|printer|audioandvideo|audio and video|gamingconsole|gaming console|smartappliance|smart appliance|surveillance|communication|camera|iot|iot device|ot|enterprise iot|voip phone|wearable|モバイル|電話|ネットワーク デバイス|ネットワークデバイス|プリンター|ゲーム機|スマート家電|監視カメラ|カメラ|オーディオとビデオ'
    .split('|')
    .map(fold),
);
const NO_SERVER_SYSTEMS = /^(?:ios|ipados|android|tvos|watchos)\b/;

/** `device-type` when type, category or system say that the device is no server. */
export function notServerOf(types: readonly unknown[], system: string | undefined): MachineRecord['notServer'] {
  const isOther = types.some((type) => NO_SERVER_TYPES.has(fold(textOf(type) ?? '')));
  return isOther || NO_SERVER_SYSTEMS.test(fold(system ?? '')) ? 'device-type' : undefined;
}

/** The cloud of `vmMetadata.cloudProvider` or `CloudPlatforms`: of several, Arc speaks for the machine outside Azure. */
export function cloudOfDevice(value: unknown): MachineRecord['cloudProvider'] {
  const words = fold(Array.isArray(value) ? value.map(String).join(' ') : (textOf(value) ?? ''));
  if (/\barc\b/.test(words)) return 'arc';
  if (/\bazure\b/.test(words)) return 'azure';
  if (/\b(?:aws|amazon)\b/.test(words)) return 'aws';
  return /\b(?:gcp|google)\b/.test(words) ? 'gcp' : undefined;
}

/** Tags of a device are plain words; `key=value` and `key:value` in them are read as such. */
export function deviceTags(...values: readonly unknown[]): Readonly<Record<string, string>> | undefined {
  const words = values
    .flatMap(wordsOf)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const tags = Object.create(null) as Record<string, string>;
  for (const word of words) {
    const [, key, value] = /^([^=:]+)[=:](.+)$/s.exec(word) ?? [];
    if (key !== undefined && value !== undefined && !/^\/\//.test(value)) tags[key.trim()] = value.trim();
    else tags[word] = '';
  }
  return { ...tags };
}

/** A list, a JSON list as text, or words between commas and semicolons. */
function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  const text = textOf(value);
  if (text === undefined) return [];
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return wordsOf(list);
    } catch {
      // Not JSON after all: read as words.
    }
  }
  return text.split(/[,;\n、]+/);
}

function wordMap<State extends string>(words: Readonly<Record<State, string>>): ReadonlyMap<string, State> {
  return new Map(
    (Object.keys(words) as State[]).flatMap((state) =>
      words[state].split('|').map((word) => [wordKey(word), state] as const),
    ),
  );
}

function wordKey(text: string): string {
  return fold(text).replace(/[\s,_、・-]/g, '');
}
