/** JSON of a cell that the digest has proved to be as it was written, and the checking process to have its shape. */
export function fromJson<T>(cell: unknown): T {
  return JSON.parse(String(cell)) as T;
}
