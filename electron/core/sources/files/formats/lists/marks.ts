import { fold } from '../../../../../../shared/text/fold.ts';

/** What a cell of a marked column says. `x` is a yes, except beside circles, where it is the cross that means no. */
export type Mark = 'yes' | 'no' | 'x' | 'unclear';

const YES = new Set(
  '○|〇|◯|●|◎|⭕|⚫|✓|✔|☑|✅|レ|丸|対象|要|必要|必須|有|あり|有り|はい|済|適用|導入|導入する|希望|yes|y|true|1|on|required|in scope|target|needed|include|included'
    .split('|')
    .map(fold),
);
const NO = new Set(
  '×|✕|✖|✗|✘|❌|╳|☓|☐|□|対象外|非対象|不要|否|無|なし|無し|いいえ|除外|適用外|未|しない|導入しない|希望しない|no|n|false|0|off|none|not required|out of scope|n/a|na|exclude|excluded|-|--|ー|－|―|—|–|‐|−|/|／'
    .split('|')
    .map(fold),
);

/** Reads a mark; a blank cell is a no. `unclear`: neither (△, 検討中, …), to be told. */
export function readMark(text: string): Mark {
  const word = fold(text).replace(/[\ufe0e\ufe0f]/gu, '');
  if (word === '' || NO.has(word)) return 'no';
  if (YES.has(word)) return 'yes';
  return word === 'x' ? 'x' : 'unclear';
}

/** A circle or tick: with one in the column, `x` beside it is a cross, thus a no. */
export function isCircle(text: string): boolean {
  return /^[○〇◯●◎⭕✓✔☑✅]/u.test(text.trim());
}
