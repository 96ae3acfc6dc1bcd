#!/usr/bin/env node
// Stands in for Prisma's schema engine, a program that npm does not bring, when a developer compares the schema with the migrations
// (`npm run migration`). It is the same engine as WebAssembly behind the same JSON-RPC over stdin and stdout. The engine's package
// is a pre-release, and three of the driver's methods need a correction for it (`forEngine`); so nothing but that command uses it.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean' },
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
  },
})
const url = options.datasource && JSON.parse(options.datasource).url

if (options.version) {
  console.log(`schema-engine-cli wasm ${(await loadEngine()).version()}`)
} else if (positionals[0] === 'cli') {
  await answerCommand(positionals[1])
} else {
  answerCalls(await loadEngine())
}

async function loadEngine() {
  // Where the engine puts the words of a panic, which otherwise say "unreachable" alone.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const wasm = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineGlue })
  engineGlue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engineGlue
}

// --- commands of one word, asked before the calls --------------------------------------------------------------------------------

async function answerCommand(command) {
  try {
    if (command === 'can-connect-to-database') await withClient(login(), () => {})
    else if (command === 'create-database') await createDatabase()
    else throw new Error(`This engine does not know the command ${command}.`)
  } catch (error) {
    const code = { '3D000': 'P1003', '28P01': 'P1000' }[error.code] ?? 'P1001'
    logError({ is_panic: false, error_code: code, message: error.message })
    process.exit(1)
  }
}

function logError(fields) {
  process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`)
}

async function createDatabase() {
  const { database } = login()
  await withClient({ ...login(), database: 'postgres' }, (db) =>
    db.query(`create database ${pg.escapeIdentifier(database)}`),
  )
  return { databaseName: database }
}

async function withClient(config, work) {
  const client = new pg.Client(config)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The parts of the address; as a whole it would win over the database that is named beside it. */
function login() {
  if (!url) return {}
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const ssl = searchParams.get('sslmode') ?? 'disable'
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(ssl !== 'disable' && { ssl: { rejectUnauthorized: !['require', 'prefer'].includes(ssl) } }),
  }
}

// --- the driver, as the engine needs it ------------------------------------------------------------------------------------------

/** Types of PostgreSQL's catalogue that the driver refuses, and the ones they read well as: "char" as text, oid lists as numbers. */
const readAs = new Map([
  [18, 25],
  [22, 1005],
  [30, 1028],
  [194, 25],
  [1003, 1009],
  [2205, 25],
])

function forEngine(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap()
  return Object.assign(adapter, {
    async performIO(query) {
      const result = await performIO(query)
      const fields = result.fields ?? []
      charColumns.set(
        query,
        fields.map(({ dataTypeID }) => dataTypeID === 18),
      )
      for (const field of fields) field.dataTypeID = readAs.get(field.dataTypeID) ?? field.dataTypeID
      return result
    },
    async queryRaw(query) {
      const result = await queryRaw(query)
      charColumns.get(query)?.forEach((isChar, column) => {
        if (isChar) result.columnTypes[column] = ColumnTypeEnum.Character
      })
      return result
    },
    /** The driver's own cuts a script at every semicolon, those in function bodies too. */
    async executeScript(script) {
      try {
        await adapter.client.query(script)
      } catch (error) {
        const { code = 'XX000', severity = 'ERROR', message, detail, column, hint } = error
        throw new DriverAdapterError({
          kind: 'postgres',
          code,
          severity,
          message,
          detail,
          column,
          hint,
          originalCode: code,
          originalMessage: message,
        })
      }
    },
  })
}

function driver() {
  const factory = new PrismaPg(login(), {
    schema: url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined,
  })
  const connect = factory.connect.bind(factory)
  return Object.assign(factory, {
    connect: async () => forEngine(await connect()),
    /** The driver's own drops its shadow database while it is still connected to it. */
    async connectToShadowDb() {
      const database = `prisma_migrate_shadow_db_${randomUUID()}`
      await withClient(login(), (db) => db.query(`create database "${database}" template template0`))
      const adapter = forEngine(await new PrismaPg({ ...login(), database }).connect())
      const dispose = adapter.dispose.bind(adapter)
      adapter.dispose = async () => {
        await dispose()
        await withClient(login(), (db) => db.query(`drop database if exists "${database}" with (force)`))
      }
      return adapter
    },
  })
}

// --- calls ------------------------------------------------------------------------------------------------------------------------

function answerCalls(glue) {
  const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const sayFailed = (id, error) => {
    const data = {
      message: String(error?.message ?? error),
      is_panic: false,
      error_code: error?.code ?? null,
      meta: error?.meta ?? null,
    }
    say({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
  const open = new Set()
  let closed = false
  let engine
  const call = async (method, params) => {
    if (method === 'createDatabase') return createDatabase()
    const models = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')])
    engine ??= await glue.SchemaEngine.new(
      { datamodels: models },
      () => {},
      bindMigrationAwareSqlAdapterFactory(driver()),
    )
    return engine[method === 'getDatabaseVersion' ? 'version' : method](params ?? {})
  }

  // A panic throws outside of the call: unanswered, the CLI would end in silence and with success.
  const panicked = (error) => {
    const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || String(error?.stack ?? error)
    for (const id of open) sayFailed(id, { message })
    logError({ message })
    process.exit(1)
  }
  process.on('uncaughtException', panicked).on('unhandledRejection', panicked)

  const answer = async ({ id, method, params }) => {
    open.add(id)
    try {
      const result = await call(method, params)
      if (method === 'diff' && result?.stdout)
        say({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
      say({ id, result: result ?? null })
    } catch (error) {
      sayFailed(id, error)
    }
    open.delete(id)
    if (closed && !open.size) process.exit(0)
  }
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const message = line.trim() ? JSON.parse(line) : {}
      if (message.method) void answer(message) // what has none only acknowledges a print
    })
    .on('close', () => {
      closed = true
      if (!open.size) process.exit(0)
    })
}
