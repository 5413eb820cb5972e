import { z } from 'zod';

/** What is read of a token: whose it is and of which tenant. The token itself is handed on, never kept or logged. */
export interface TokenFacts {
  readonly tenantId: string | null;
  readonly account: string | null;
}

const CLAIMS = z.looseObject({
  tid: z.string().optional().catch(undefined),
  upn: z.string().optional().catch(undefined),
  unique_name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  appid: z.string().optional().catch(undefined),
});

/** Reads the claims of an access token (a JWT). It is not verified: the service does that. */
export function readToken(token: string): TokenFacts {
  const payload = token.split('.')[1] ?? '';
  let claims: unknown;
  try {
    claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return { tenantId: null, account: null };
  }
  const read = CLAIMS.safeParse(claims);
  if (!read.success) return { tenantId: null, account: null };
  const { tid, upn, unique_name, preferred_username, appid } = read.data;
  return { tenantId: tid?.toLowerCase() ?? null, account: upn ?? unique_name ?? preferred_username ?? appid ?? null };
}
