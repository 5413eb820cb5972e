/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Long enough to recognise a subscription, short enough for a path of 260 characters. */
const LONGEST_PART = 60;

/**
 * A part of a file name that every system takes: no separators, no characters that Windows refuses, no trailing dot
 * or space. Other letters stay, Japanese too. Never empty.
 * Rules: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function fileNamePart(text: string): string {
  const safe = [...text.normalize('NFC')]
    .map((character) => (/[<>:"/\\|?*.\s\p{Cc}\p{Cf}\p{Cs}]/u.test(character) ? '-' : character))
    .slice(0, LONGEST_PART)
    .join('')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  if (safe === '') return 'unnamed';
  return RESERVED.test(safe) ? `${safe}-` : safe;
}

/** Gives each name once, compared without case as Windows does: a second one gets `-2` before its extension. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${stem}-${number}${extension}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}
