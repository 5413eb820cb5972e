import type { Assumptions, Plan, Text } from '../model/index.ts';
import { EDITION_IDS, PLANS, SIDE_COSTS } from '../model/index.ts';
import * as read from './values.ts';

/** Sets one key; the value is text as a person types it. @throws AssumptionProblem */
type Setter = (assumptions: Assumptions, value: string, path: readonly string[]) => Assumptions;

export interface AssumptionKey {
  /** `*` stands for one segment: a currency, a meter, a tenant's or subscription's id. */
  readonly pattern: string;
  readonly meaning: Text;
  /** Where the default comes from. */
  readonly source: Text;
  /** The value as it stands, in the words that `set` takes; for `*` keys one entry for each that is set. */
  readonly list: (assumptions: Assumptions) => readonly (readonly [key: string, value: string])[];
  readonly set: Setter;
}

const CHOICE: Text = { en: "the project's choice", ja: 'プロジェクトの設定' };
const CONVENTION: Text = {
  en: '730 hours is the convention of price pages (365 × 24 ÷ 12); a month of 31 days has 744',
  ja: '730 時間は価格ページの慣例 (365 × 24 ÷ 12)。31 日の月は 744 時間',
};

/** Every assumption that can be set by key, in the order in which it is listed. */
export const ASSUMPTION_KEYS: readonly AssumptionKey[] = [
  plain(
    'edition',
    (a) => a.edition,
    (a, value) => ({ ...a, edition: read.oneOf(value, EDITION_IDS) }),
    {
      en: 'edition of the decision matrix: docs-2026-08 or deck-2024-04',
      ja: '判断マトリックスの版: docs-2026-08 または deck-2024-04',
    },
  ),
  plain(
    'hours',
    (a) => a.hours,
    (a, value) => ({ ...a, hours: read.decimal(value, 0, 744) }),
    {
      en: 'hours of a month',
      ja: '1 か月の時間数',
    },
    CONVENTION,
  ),
  plain(
    'currency',
    (a) => a.currency,
    (a, value) => ({ ...a, currency: read.currency(value) }),
    {
      en: 'currency of every amount; other than USD it needs a rate (rate.CUR) or prices in it',
      ja: '金額の通貨。USD 以外には為替レート (rate.CUR) またはその通貨の単価が必要',
    },
    { en: 'USD is the price of record', ja: '正式な価格は USD' },
  ),
  plain(
    'price-book',
    (a) => a.priceBook,
    (a, value) => ({ ...a, priceBook: read.oneOf(value, ['retail', 'list'] as const) }),
    {
      en: 'retail (hourly meters) or list (published monthly prices)',
      ja: 'retail (時間単位の小売価格) または list (公表月額)',
    },
  ),
  plain(
    'tax',
    (a) => a.tax,
    (a, value) => ({ ...a, tax: read.oneOf(value, ['with', 'without'] as const) }),
    {
      en: 'amounts with or without tax',
      ja: '税込み (with) または税抜き (without)',
    },
  ),
  plain(
    'tax-rate',
    (a) => a.taxRate,
    (a, value) => ({ ...a, taxRate: read.decimal(value, 0, 100) }),
    {
      en: 'tax in per cent, used when tax=with',
      ja: '税率 (%)。tax=with のとき使用',
    },
  ),
  plain(
    'region',
    (a) => a.region,
    (a, value) => ({ ...a, region: read.region(value) }),
    {
      en: 'Azure region whose prices are taken; empty: any',
      ja: '価格を採用する Azure リージョン。空: 指定なし',
    },
  ),
  plain(
    'trial',
    (a) => read.onOff(a.trial),
    (a, value) => ({ ...a, trial: read.boolean(value) }),
    {
      en: 'take the remaining trial days off the first month',
      ja: '残りの試用日数を初月から差し引く',
    },
  ),
  plain(
    'discount',
    (a) => a.discount,
    (a, value) => ({ ...a, discount: read.decimal(value, 0, 100) }),
    {
      en: 'per cent off the Defender meters',
      ja: 'Defender の単価に対する割引率 (%)',
    },
  ),
  {
    pattern: 'prepurchase',
    meaning: {
      en: 'pre-purchased units, or UNITS:PERCENT with a tier of your own; not combined with the discount',
      ja: '事前購入ユニット数、または UNITS:PERCENT (独自の割引率)。割引とは併用不可',
    },
    source: CHOICE,
    list: (a) => [
      [
        'prepurchase',
        a.prepurchase.percent === null ? a.prepurchase.units : `${a.prepurchase.units}:${a.prepurchase.percent}`,
      ],
    ],
    set: (a, value) => {
      const [units = '', percent] = value.split(':');
      return {
        ...a,
        prepurchase: {
          units: read.decimal(units, 0, 1e12),
          percent: percent === undefined ? null : read.decimal(percent, 0, 100),
        },
      };
    },
  },
  {
    pattern: 'licence-offset',
    meaning: {
      en: 'SERVERS:AMOUNT a month, for Defender for Endpoint licences that the customer owns',
      ja: 'SERVERS:AMOUNT (月額)。顧客が保有する Defender for Endpoint ライセンス分',
    },
    source: { en: 'the amount is not published: a number of your own', ja: '金額は非公開のため、独自に入力' },
    list: (a) => [['licence-offset', `${a.licenceOffset.servers}:${a.licenceOffset.amount}`]],
    set: (a, value) => {
      const [servers = '', amount = ''] = value.split(':');
      return {
        ...a,
        licenceOffset: { servers: read.decimal(servers, 0, 1e7), amount: read.decimal(amount, 0, 1e6) },
      };
    },
  },
  plain(
    'exception-limit',
    (a) => String(a.exceptionLimit),
    (a, value) => ({ ...a, exceptionLimit: read.whole(value) }),
    {
      en: 'more exceptions than this in one scope are headlined',
      ja: '1 つのスコープの例外がこれを超えると見出しに表示',
    },
  ),
  plain(
    'new-machines',
    (a) => a.newMachines ?? 'none',
    (a, value) => ({ ...a, newMachines: newMachines(value) }),
    {
      en: 'what new machines should get: off, P1, P2, or none for no wish',
      ja: '新しいマシンに適用するプラン: off、P1、P2。none は希望なし',
    },
  ),
  plain(
    'side-costs',
    (a) => a.sideCosts.join(','),
    (a, value) => ({ ...a, sideCosts: read.list(value).map((item) => read.oneOf(item, SIDE_COSTS)) }),
    {
      en: 'side costs counted in the totals, by item; the others stand beside',
      ja: '合計に含める付随コスト (項目名)。それ以外は参考表示',
    },
  ),
  {
    pattern: 'rate.*',
    meaning: {
      en: 'units of the currency for one US dollar, RATE@DATE',
      ja: '1 米ドルあたりの通貨単位、RATE@DATE',
    },
    source: { en: 'typed, with its date', ja: '入力値 (日付付き)' },
    list: (a) => Object.entries(a.rates).map(([key, { rate, date }]) => [`rate.${key}`, `${rate}@${date}`]),
    set: (a, value, [currency = '']) => ({
      ...a,
      rates: without(a.rates, read.currency(currency), value === '' ? undefined : read.rate(value)),
    }),
  },
  {
    pattern: 'price.*.*',
    meaning: {
      en: 'unit price of a meter in a currency (price.p2.JPY); empty: none of your own',
      ja: 'メーターの通貨別単価 (price.p2.JPY)。空: 独自単価なし',
    },
    source: { en: 'typed, or taken from cost details', ja: '入力値、またはコスト詳細からの値' },
    list: (a) => Object.entries(a.prices).map(([key, value]) => [`price.${key}`, value]),
    set: (a, value, [meter = '', currency = '']) => ({
      ...a,
      prices: without(
        a.prices,
        `${meter}.${read.currency(currency)}`,
        value === '' ? undefined : read.decimal(value, 0, 1e9),
      ),
    }),
  },
  tenant('direct', { en: 'direct onboarding allowed', ja: '直接オンボードを許可' }),
  tenant('prefer-arc', { en: 'Arc preferred over direct onboarding', ja: '直接オンボードより Arc を優先' }),
  tenant('gcc', {
    en: 'a GCC-Moderate tenant (no direct onboarding)',
    ja: 'GCC-Moderate テナント (直接オンボード不可)',
  }),
  tenant('designated', {
    en: 'designated subscription of direct onboarding, by id',
    ja: '直接オンボードの指定サブスクリプション ID',
  }),
  subscription('bases', { en: 'bases that it may have, e.g. off,P1', ja: '許可する基本プラン。例: off,P1' }),
  subscription('enforce', {
    en: 'enforce stays (yes), or may be switched off (no)',
    ja: 'enforce を維持 (yes)、または解除可 (no)',
  }),
  subscription('scope', { en: 'in scope (yes) or not (no)', ja: '対象 (yes) または対象外 (no)' }),
];

function plain(
  key: string,
  get: (assumptions: Assumptions) => string,
  set: Setter,
  meaning: Text,
  source: Text = CHOICE,
): AssumptionKey {
  return { pattern: key, meaning, source, list: (assumptions) => [[key, get(assumptions)]], set };
}

function newMachines(value: string): Plan | null {
  return value === 'none' || value === '' ? null : read.oneOf(value, PLANS);
}

type TenantField = 'direct' | 'prefer-arc' | 'gcc' | 'designated';

function tenant(field: TenantField, meaning: Text): AssumptionKey {
  const property = field === 'prefer-arc' ? 'preferArc' : field;
  return {
    pattern: `tenant.*.${field}`,
    meaning,
    source: CHOICE,
    list: (a) => entries(a.tenants, property).map(([id, value]) => [`tenant.${id}.${field}`, show(value)]),
    set: (a, value, [id = '']) => {
      const parsed = value === '' ? undefined : field === 'designated' ? value.toLowerCase() : read.boolean(value);
      return { ...a, tenants: { ...a.tenants, [id]: { ...a.tenants[id], [property]: parsed } } };
    },
  };
}

function subscription(field: 'bases' | 'enforce' | 'scope', meaning: Text): AssumptionKey {
  return {
    pattern: `subscription.*.${field}`,
    meaning,
    source: CHOICE,
    list: (a) => entries(a.subscriptions, field).map(([id, value]) => [`subscription.${id}.${field}`, show(value)]),
    set: (a, value, [id = '']) => {
      const parsed =
        value === ''
          ? undefined
          : field === 'bases'
            ? read.list(value).map((plan) => read.oneOf(plan, PLANS))
            : read.boolean(value);
      return { ...a, subscriptions: { ...a.subscriptions, [id]: { ...a.subscriptions[id], [field]: parsed } } };
    },
  };
}

function entries(of: Readonly<Record<string, object>>, property: string): [string, unknown][] {
  return Object.entries(of).flatMap(([id, fields]): [string, unknown][] => {
    const value: unknown = (fields as Record<string, unknown>)[property];
    return value === undefined ? [] : [[id, value]];
  });
}

function show(value: unknown): string {
  if (typeof value === 'boolean') return read.onOff(value);
  return Array.isArray(value) ? value.join(',') : String(value);
}

function without<T>(of: Readonly<Record<string, T>>, key: string, value: T | undefined): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = of;
  return value === undefined ? rest : { ...rest, [key]: value };
}
