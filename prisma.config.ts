import { defineConfig } from 'prisma/config'

// The URL is set by scripts/prisma.mjs, which starts a database of its own; generating needs none.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
