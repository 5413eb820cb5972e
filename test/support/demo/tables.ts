/** Quotes a cell where RFC 4180 asks for it, or always. */
function cell(text: string, isQuoted: boolean): string {
  return isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV text with CRLF; `before` stands above the header, `trailing` puts a comma behind every row. */
export function csv(
  rows: readonly (readonly string[])[],
  options: { bom?: boolean; before?: string; quoted?: boolean; trailing?: boolean } = {},
): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((text) => cell(text, options.quoted === true && index > 0));
    return `${cells.join(',')}${options.trailing ? ',' : ''}\r\n`;
  });
  return `${options.bom ? '\uFEFF' : ''}${options.before ? `${options.before}\r\n` : ''}${lines.join('')}`;
}
