import stringWidth from 'string-width';

const CJK = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const OPENING = /^[「『【〈《（([“]$/u;
const CLOSING = /^[\p{P}ー]+$/u;

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

/** What may stand at the end of a line: words with the space after them, Japanese words with their punctuation. */
function piecesOf(text: string): readonly string[] {
  return (text.match(/\S+\s*|\s+/g) ?? []).flatMap((chunk) => (CJK.test(chunk) ? japanesePieces(chunk) : [chunk]));
}

/** No line begins with a closing mark, none ends with an opening one. */
function japanesePieces(chunk: string): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment } of words.segment(chunk)) {
    const isJoined = isOpen || /^\s+$/.test(segment) || (CLOSING.test(segment) && !OPENING.test(segment));
    const last = pieces.length - 1;
    if (isJoined && last >= 0) pieces[last] += segment;
    else pieces.push(segment);
    isOpen = OPENING.test(segment);
  }
  return pieces;
}
