import type { RightsView, SubscriptionsView } from '../../../shared/contract/sync-views.ts';

export type ListedSubscription = SubscriptionsView['subscriptions'][number];

/** What a right gives to read; names in the catalogue `connect`, under `right.<topic>`, with the role that is missing. */
export const RIGHT_TOPICS = ['resources', 'plans', 'policies'] as const satisfies readonly (keyof RightsView)[];
export type RightTopic = (typeof RIGHT_TOPICS)[number];

/** What cannot be read there; null: that could not be found out. */
export function missingRights({ rights }: Pick<ListedSubscription, 'rights'>): readonly RightTopic[] | null {
  return rights && RIGHT_TOPICS.filter((topic) => !rights[topic]);
}

/** States in which nothing runs. */
const ENDED: ReadonlySet<string> = new Set(['Disabled', 'Deleted']);

/** What one would read: whatever is in use, and whose servers the account may see. */
export function firstPick(subscriptions: readonly ListedSubscription[]): ReadonlySet<string> {
  const usual = subscriptions.filter(({ state, rights }) => !ENDED.has(state) && rights?.resources !== false);
  return new Set(usual.map(({ id }) => id));
}

/** Subscriptions whose name or id has the words in it. */
export function narrowed(subscriptions: readonly ListedSubscription[], words: string): readonly ListedSubscription[] {
  const wanted = words.trim().toLowerCase();
  return subscriptions.filter(({ id, name }) => id.includes(wanted) || (name ?? '').toLowerCase().includes(wanted));
}
