// What a start compares before requests go through a pooler. No pooler runs here: each address is the database's.
import { expect, test } from 'vitest'
import { withThrowAwayDatabase } from '../testing/cluster'
import { checkPooler, pooledUrls } from './pooled-database'

test('the role of requests keeps its name and password behind the pooler', () => {
  const direct = { ownerUrl: 'postgres://me:word@db:5432/home', webUrl: 'postgres://home_web:w%40rd@db:5432/home' }
  expect(pooledUrls('postgres://me:word@pooler:6432/home?sslmode=disable', direct)).toEqual({
    ownerUrl: 'postgres://me:word@pooler:6432/home?sslmode=disable',
    webUrl: 'postgres://home_web:w%40rd@pooler:6432/home?sslmode=disable',
  })
})

test('both addresses of one database are let through', () =>
  withThrowAwayDatabase((database) => expect(checkPooler(database, database)).resolves.toBeUndefined()))

test('another database, migrated or empty, is refused', () =>
  withThrowAwayDatabase(async (empty) => {
    await withThrowAwayDatabase((database) =>
      expect(checkPooler(empty, database)).rejects.toThrow('DATABASE_URL and DIRECT_URL open different databases'),
    )
  }, 'template0'))

test('another role than the owner is refused', () =>
  withThrowAwayDatabase((database) =>
    expect(checkPooler({ ...database, ownerUrl: database.webUrl }, database)).rejects.toThrow(
      'DATABASE_URL works as the role fivefold_web and DIRECT_URL as fivefold: let both be the owner of the tables.',
    ),
  ))
