/**
 * Finds the first quote or bracket of a PowerShell script that is not closed, or closed by another; null when all are.
 * Knows comments, both kinds of strings with their escapes, and `$( … )` inside strings; here-strings are not used here.
 */
export function unbalanced(script: string): string | null {
  const open: { readonly sign: string; readonly line: number }[] = [];
  const top = () => open.at(-1)?.sign;
  let line = 1;
  for (let at = 0; at < script.length; at++) {
    const sign = script.charAt(at);
    if (sign === '\n') line++;
    if (top() === "'") {
      if (sign === "'") open.pop();
    } else if (top() === '"') {
      if (sign === '`') at++;
      else if (sign === '"') open.pop();
      else if (sign === '$' && '({'.includes(script.charAt(at + 1))) open.push({ sign: script.charAt(++at), line });
    } else if (sign === '#') {
      at = script.indexOf('\n', at) - 1;
      if (at < 0) break;
    } else if (`'"({[`.includes(sign)) {
      open.push({ sign, line });
    } else if (')}]'.includes(sign)) {
      if (top() !== '({['.charAt(')}]'.indexOf(sign))) return `line ${line}: ${sign}`;
      open.pop();
    } else if (sign === '`') {
      at++;
    }
  }
  const left = open.at(-1);
  return left ? `line ${left.line}: ${left.sign}` : null;
}
