// An invite in the hands of people: how it is handed over, and how it is read again.

import type { InviteToJoin } from '@/lib/vault/register'
import { inviteFragment, type InviteSecret } from '@/lib/vault/invite-secret'

/** An open invite of one's own. Whoever gets `secret`, in whatever form, may join. */
export type Invitation = Readonly<{ pairId: string; secret: InviteSecret; expiresAt: Date }>

/** Somebody else's open invite, its keys checked against its secret; `joining` is what signing up or accepting takes. */
export type Invited = Readonly<{ inviterName: string; expiresAt: Date; joining: InviteToJoin }>

/** The link of an invite: the secret stands behind `#`, which no browser sends. `origin` as in `location.origin`. */
export const inviteLink = (origin: string, secret: InviteSecret): string => `${origin}/join#${inviteFragment(secret)}`
