// What a start compares before requests go through a pooler. No pooler runs here: each address is the database's.
import { expect, test } from 'vitest'
import { clusterUrl, template, theCluster, withThrowAwayDatabase } from '../testing/cluster'
import { checkPooler, pooledUrls } from './pooled-database'
import { superuser } from './postgres-cluster'

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

test('requests that run as the owner, whoever sent them, are refused', () =>
  withThrowAwayDatabase((database) => {
    // as a pooler with a role of its own: who signs in is another one than who runs the statements
    const webUrl = new URL(clusterUrl(theCluster(), database.name, superuser))
    webUrl.searchParams.set('options', `-c role=${template} -c timezone=UTC`)
    return expect(checkPooler({ ...database, webUrl: webUrl.href }, database)).rejects.toThrow(
      `The pooler of DATABASE_URL runs requests as the role ${template}: let it pass on the role ${superuser}, which the policies are for.`,
    )
  }))

test('a pooler whose connections are older than the time zone of the role is refused', () =>
  withThrowAwayDatabase((database) => {
    const webUrl = new URL(database.webUrl)
    webUrl.searchParams.set('options', '-c timezone=Asia/Kathmandu')
    return expect(checkPooler({ ...database, webUrl: webUrl.href }, database)).rejects.toThrow(
      'The time zone of the role fivefold_web is UTC, but the pooler of DATABASE_URL has connections with Asia/Kathmandu',
    )
  }))
