// Runs before each *.db.test.ts: the files of a worker share a process. Until a file puts its own seams, time is the real one.
import { afterAll } from 'vitest'
import { closeClients } from '../db/clients.ts'
import { putRealTime } from './test-seams.ts'

putRealTime()
afterAll(closeClients)
