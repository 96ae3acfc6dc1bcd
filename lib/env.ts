// The only reader of the environment. Every variable has a default that works on a laptop; a wrong value stops the start. See
// `.env.example` for what each is for.
import * as z from 'zod'
import { PlainFailure } from './plain-failure.ts'

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to))

const url = (...protocols: string[]) =>
  z.string().transform((text, context) => {
    const parsed = URL.canParse(text) ? new URL(text) : undefined
    if (parsed && protocols.includes(parsed.protocol)) return parsed
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

const database = url('postgres:', 'postgresql:')
  .refine(({ hostname, username, pathname }) => hostname && username && pathname.length > 1)
  .transform(({ href }) => href)

const Variables = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .optional(),
  APP_URL: url('http:', 'https:')
    .refine(({ pathname, search, hash, username }) => pathname === '/' && !search && !hash && !username)
    .transform(({ origin }) => origin)
    .optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: database.optional(),
  DIRECT_URL: database.optional(),
  SECRET: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  TRUST_PROXY_HOPS: wholeNumber(0, 9).default(0),
  PLAYWRIGHT_CHROMIUM_PATH: z.string().optional(),
  TEST_CLUSTER: z.string().optional(),
  TAMPER_CASES: wholeNumber(1, 1_000_000).optional(),
  FULL_COUNTS: z.literal('1').optional(),
  FIGURES_FILE: z.string().optional(),
})

/** The name of every variable that is read. */
export const variableNames: readonly string[] = Object.keys(Variables.shape)

export type Env = z.output<typeof Variables>

const shouldBe: Record<keyof Env, string> = {
  PORT: 'a whole number from 0 to 65535, where 0 takes any free port',
  HOST: 'a name or address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
  APP_URL: 'the address that people open, such as https://fivefold.example, without a path',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'the address of a PostgreSQL database: postgres://role:password@host:5432/database',
  DIRECT_URL:
    'the address of the same database past the pooler of DATABASE_URL: postgres://role:password@host:5432/database',
  SECRET:
    '32 random bytes as base64url, 43 letters and digits; `openssl rand -base64 32 | tr +/ -_ | tr -d =` makes one',
  TRUST_PROXY_HOPS: 'the number of reverse proxies in front of this program, 0 to 9',
  PLAYWRIGHT_CHROMIUM_PATH: 'the file of a Chromium',
  TEST_CLUSTER: 'unset: npm test sets it for the tests that it runs',
  TAMPER_CASES: 'the number of lies of a server that the tests try, a whole number',
  FULL_COUNTS: '1 or unset: npm run soak sets it for the tests that it runs',
  FIGURES_FILE: 'unset: npm run soak sets it for the tests that it runs',
}

const secretNames: ReadonlySet<string> = new Set(['DATABASE_URL', 'DIRECT_URL', 'SECRET'])

/** The checked environment. An empty value counts as unset. Throws a PlainFailure with a line for each wrong variable. */
export function readEnv(from: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.keys(shouldBe).map((name) => [name, from[name]?.trim() || undefined]))
  const read = Variables.safeParse(given)
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])))
  throw new PlainFailure(
    Object.entries(shouldBe)
      .filter(([name]) => wrong.has(name))
      .map(
        ([name, what]) =>
          `${name} is ${secretNames.has(name) ? 'not right' : `"${given[name]}"`}: it should be ${what}.`,
      )
      .join('\n'),
  )
}

/** The environment for a child process: this process's own with changes; `undefined` removes a variable. */
export function childEnv(changes: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}

/** Sets a variable, for libraries that read their settings from the environment alone, and for the children of tests. */
export function setEnv(name: 'NEXTAUTH_URL' | 'NODE_ENV' | 'TEST_CLUSTER', value: string): void {
  Object.assign(process.env, { [name]: value })
}
