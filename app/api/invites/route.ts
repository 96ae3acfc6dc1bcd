import { listInvites, postInvite } from '@/lib/couples/contract'
import { readInvites } from '@/lib/couples/reads'
import { addInvite } from '@/lib/couples/writes'
import { route } from '@/lib/http/route'

export const GET = route(listInvites, readInvites)

export const POST = route(postInvite, addInvite)
