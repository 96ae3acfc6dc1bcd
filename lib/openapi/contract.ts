import * as z from 'zod/mini'
import { contract } from '@/lib/http/contract'

export const getHealth = contract({
  method: 'GET',
  path: '/api/health',
  open: true,
  summary: 'Whether the server and its database answer.',
  answer: z.object({ status: z.literal('ok') }),
  problems: ['not-now'],
})

export const getOpenApi = contract({
  method: 'GET',
  path: '/api/openapi.json',
  open: true,
  summary: 'This document, made from the contracts that browser and server check.',
  answer: z.looseObject({ openapi: z.string() }),
})
