import { defineConfig } from 'prisma/config'
import { readEnv } from './lib/env.ts'

// scripts/prisma.mjs says which database; generating needs none.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: readEnv().DIRECT_URL ?? readEnv().DATABASE_URL ?? '' },
})
