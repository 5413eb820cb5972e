type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', A: 'Á', E: 'É', O: 'Ö' };

/** How much longer a translation may be than its English. */
const STRETCH = 0.4;

/** Every text with accents, brackets and 40 % more length: what is cut off or not translated shows at once. */
export function pseudo(catalogues: Texts): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(catalogues).map(([namespace, texts]) => [
      namespace,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, stretch(text)])),
    ]),
  );
}

function stretch(text: string): string {
  const accented = text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[aeiouAEO]/g, (letter) => ACCENTED[letter] ?? letter)))
    .join('');
  return `[${accented}${'~'.repeat(Math.ceil(text.length * STRETCH))}]`;
}
