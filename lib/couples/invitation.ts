// Invites as devices show and read them.

import type { InviteToJoin } from '@/lib/vault/register'
import { toInviteFragment, type InviteSecret } from '@/lib/vault/invite-secret'

/** An open invite of the viewer. Anybody who has `secret`, in any of its forms, can join. */
export type Invitation = Readonly<{ pairId: string; secret: InviteSecret; expiresAt: Date }>

/** Somebody else's open invite, its keys checked with its secret. Pass `joining` to signing up or accepting. */
export type Invited = Readonly<{ inviterName: string; expiresAt: Date; joining: InviteToJoin }>

/** The link of an invite, with the secret after `#`, which no browser sends. `origin` as in `location.origin`. */
export const makeInviteLink = (origin: string, secret: InviteSecret): string =>
  `${origin}/join#${toInviteFragment(secret)}`
