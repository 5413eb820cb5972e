/** The page's own scheme: what it loads lies in the app, whatever stands in the page. */
export const SCHEME = 'app';
const HOST = 'planner';
const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/`;

/** Whether an address belongs to the page, exactly: no other host, port or user name. */
export function isOwnAddress(address: string): boolean {
  return address === ORIGIN || address.startsWith(START_PAGE);
}

/** The part of Electron's `WebFrameMain` that is asked. */
export interface Frame {
  readonly url: string;
  readonly origin?: string;
  readonly parent: unknown;
}

/** Whether a message comes from the page itself: the main frame of a window, on the page's own address. */
export function isOwnPage(frame: Frame | null | undefined): boolean {
  if (!frame || frame.parent !== null) return false;
  return isOwnAddress(frame.url) && (frame.origin === undefined || frame.origin === ORIGIN);
}
