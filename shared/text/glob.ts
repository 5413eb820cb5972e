import { fold } from './fold.ts';

/**
 * A test for folded globs: `*` is any text, `?` one character, `|` parts alternatives; a list means "one of them".
 * The whole text must match, and is folded by whoever asks: folding costs more than matching. No pattern matches nothing.
 */
export function foldedGlobMatcher(patterns: string | readonly string[]): (folded: string) => boolean {
  const alternatives = (typeof patterns === 'string' ? [patterns] : patterns)
    .flatMap((pattern) => pattern.split('|'))
    .map((pattern) => fold(pattern));
  const exact = new Set(alternatives.filter((pattern) => !/[*?]/.test(pattern)));
  const globs = alternatives.filter((pattern) => /[*?]/.test(pattern)).map((pattern) => globTest(pattern));
  return (folded) => exact.has(folded) || globs.some((matches) => matches(folded));
}

/** The commonest globs are plain searches. */
function globTest(pattern: string): (folded: string) => boolean {
  const glob = pattern.replace(/\*+/g, '*');
  const plain = glob.replace(/^\*|\*$/g, '');
  if (/[*?]/.test(plain)) return (folded) => matchesGlob(folded, glob);
  if (glob.startsWith('*'))
    return glob.endsWith('*') ? (folded) => folded.includes(plain) : (folded) => folded.endsWith(plain);
  return (folded) => folded.startsWith(plain);
}

/** Linear backtracking to the last star only: no pattern makes it slow, as a regular expression could. */
function matchesGlob(text: string, glob: string): boolean {
  let at = 0;
  let index = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    if (glob[index] === '*') {
      star = index++;
      mark = at;
    } else if (index < glob.length && (glob[index] === '?' || glob[index] === text[at])) {
      at++;
      index++;
    } else if (star >= 0) {
      index = star + 1;
      at = ++mark;
    } else {
      return false;
    }
  }
  while (glob[index] === '*') index++;
  return index === glob.length;
}
