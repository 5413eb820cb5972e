import type { Progress } from '../../../shared/contract/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import type { Io } from '../io.ts';

const STAGES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  read: { en: 'reading', ja: '読み込み中' },
  identify: { en: 'joining', ja: '照合中' },
  write: { en: 'writing', ja: '書き込み中' },
  'sign-in': { en: 'signing in', ja: 'サインイン中' },
  sync: { en: 'syncing', ja: '同期中' },
  wait: { en: 'waiting', ja: '待機中' },
};

/** One line at the foot of a terminal, rewritten in place; nothing where there is no terminal. */
export function progressLine(io: Io, language: Language): { show(progress: Progress): void; clear(): void } {
  let isShown = false;
  return {
    show(progress) {
      const share =
        progress.total === null || progress.total === 0
          ? ''
          : ` ${Math.min(100, Math.floor((progress.done * 100) / progress.total))} %`;
      const stage = STAGES[progress.stage]?.[language] ?? progress.stage;
      const seconds = progress.waitMs === undefined ? '' : ` (${Math.ceil(progress.waitMs / 1_000)} s)`;
      const rows = progress.rows > 0 ? ` ${progress.rows.toLocaleString(language)}` : '';
      io.err(`\r\u001b[K${stage}${seconds}${share}${rows} ${progress.file ?? ''}`.slice(0, 120));
      isShown = true;
    },
    clear() {
      if (isShown) io.err('\r\u001b[K');
      isShown = false;
    },
  };
}
