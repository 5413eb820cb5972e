/** The JSON values of a body that has one on each line, as they come (NDJSON). */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let parts: string[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = value.split('\n');
    // Only the last line may be open; a snapshot is one line of many megabytes, so parts are joined once.
    for (const line of lines.slice(0, -1)) {
      const text = [...parts, line].join('');
      parts = [];
      if (text !== '') yield JSON.parse(text);
    }
    const rest = lines.at(-1) ?? '';
    if (rest !== '') parts.push(rest);
  }
  if (parts.length > 0) yield JSON.parse(parts.join(''));
}
