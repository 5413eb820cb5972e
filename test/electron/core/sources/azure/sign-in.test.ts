import { describe, expect, it } from 'vitest';
import { createSignIn } from '../../../../../electron/core/sources/azure/sign-in.ts';
import { readToken } from '../../../../../electron/core/sources/azure/token.ts';
import { aToken } from '../../../../support/azure-server/seam.ts';

const A = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const B = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
const CHOICE = { method: 'cli', clientId: null, cloud: 'public' } as const;

describe('a sign-in', () => {
  it('says whose it is', async () => {
    const credential = () => ({ getToken: async () => ({ token: aToken(A), expiresOnTimestamp: 0 }) });
    const signIn = createSignIn(CHOICE, { credential }, () => undefined);
    expect(await signIn.start(new AbortController().signal)).toEqual({
      tenantId: A,
      account: 'yamada@contoso.example',
    });
  });

  it('makes one credential for each tenant, asks it for that tenant, and hands on no token of another', async () => {
    const asked: unknown[] = [];
    const credential = (tenantId: string | null) => ({
      getToken: async (_: unknown, options?: { tenantId?: string }) => {
        asked.push([tenantId, options?.tenantId]);
        // The trap: whatever is asked, the account in the cache answers.
        return { token: aToken(A), expiresOnTimestamp: 0 };
      },
    });
    const signIn = createSignIn(CHOICE, { credential }, () => undefined);
    expect(await signIn.credential(A).getToken('scope')).toMatchObject({ token: aToken(A) });
    await expect(signIn.credential(B).getToken('scope')).rejects.toMatchObject({ problem: 'wrong-tenant' });
    expect(asked).toEqual([
      [A, A],
      [B, B],
    ]);
    expect(signIn.credential(A)).toBe(signIn.credential(A));
  });

  it('takes a text that is no token as one of no tenant', () => {
    expect(['', 'x.y.z', 'a.bnVsbA.c'].map(readToken)).toEqual(Array(3).fill({ tenantId: null, account: null }));
  });
});
