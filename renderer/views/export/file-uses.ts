/** What a file of an export is for, by its name; sentences in the catalogue `export` under `use.<key>`. */
const USES = [
  { key: 'plan', pattern: /^plan\.csv$/ },
  { key: 'subscriptions', pattern: /^subscriptions\.csv$/ },
  { key: 'cost', pattern: /^cost\.csv$/ },
  { key: 'excluded', pattern: /^excluded\.csv$/ },
  { key: 'findings', pattern: /^findings\.csv$/ },
  { key: 'enableP1', pattern: /^target\..*\.enable-p1(\..*)?\.csv$/ },
  { key: 'downgradeP1', pattern: /^target\..*\.downgrade-p1(\..*)?\.csv$/ },
  { key: 'off', pattern: /^target\..*\.off(\..*)?\.csv$/ },
] as const;

export type FileUse = (typeof USES)[number]['key'];

/** Null: nothing is said of such a file. */
export function fileUse(name: string): FileUse | null {
  return USES.find(({ pattern }) => pattern.test(name))?.key ?? null;
}

/** A file that somebody will run, not only read. */
export function isRun(use: FileUse | null): boolean {
  return use === 'enableP1' || use === 'downgradeP1' || use === 'off';
}
