/** The sign-in of tests: a double answers in its place. */
export const SIGN_IN = { method: 'cli' } as const;
