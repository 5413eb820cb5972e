import stringWidth from 'string-width';

const CJK = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const OPENING = /^[「『【〈《（([“]$/u;
const CLOSING = /^[\p{P}ー]+$/u;

const KATAKANA_END = /[\p{Script=Katakana}ー]$/u;
const KATAKANA_START = /^[\p{Script=Katakana}ー]/u;

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Folds text between words, Japanese too; one word that is too long for a line, such as an address, stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  if (stringWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && stringWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The width of the longest piece that cannot be folded. */
export function longestPiece(text: string): number {
  return Math.max(0, ...piecesOf(text).map((piece) => stringWidth(piece.trim())));
}

/**
 * What may stand at the end of a line: words with the space after them, Japanese words with their punctuation. A file
 * and its number of rows, `plan.csv  (2 rows)`, stay together.
 */
function piecesOf(text: string): readonly string[] {
  return (text.match(/\S+ {2}\([^()]*\)|(?:(?:Plan|プラン) [12]|\S)+\s*|\s+/g) ?? []).flatMap((chunk) =>
    CJK.test(chunk) && !FILE_ROWS.test(chunk) ? japanesePieces(chunk) : [chunk],
  );
}

const FILE_ROWS = / {2}\(/;

/** No line begins with a closing mark, none ends with an opening one; katakana words and 「プラン 1」 stay whole. */
function japanesePieces(chunk: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment } of words.segment(chunk)) {
    const last = pieces.length - 1;
    if (last >= 0 && (isOpen || isJoined(pieces[last] ?? '', segment))) pieces[last] += segment;
    else pieces.push(segment);
    isOpen = OPENING.test(segment);
  }
  return pieces;
}

function isJoined(before: string, segment: string): boolean {
  return (
    /^\s+$/.test(segment) ||
    (CLOSING.test(segment) && !OPENING.test(segment)) ||
    (/^[12]$/.test(segment) && before.endsWith('プラン ')) ||
    (KATAKANA_END.test(before) && KATAKANA_START.test(segment))
  );
}
