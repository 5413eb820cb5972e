/** The bridge between the page and the shell. */
export {};
