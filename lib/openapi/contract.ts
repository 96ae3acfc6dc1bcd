import * as z from 'zod/mini'
import { contract } from '@/lib/http/contract'

export const getHealth = contract({
  method: 'GET',
  path: '/api/health',
  open: true,
  summary: 'Whether this home answers, and its database too.',
  answer: z.object({ status: z.literal('ok') }),
  problems: ['not-now'],
})

export const getOpenApi = contract({
  method: 'GET',
  path: '/api/openapi.json',
  open: true,
  summary: 'This description, made from the contracts that both ends check.',
  answer: z.looseObject({ openapi: z.string() }),
})
