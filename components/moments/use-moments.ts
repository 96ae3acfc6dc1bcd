'use client'
import { useCallback, useMemo, useState } from 'react'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { Problem } from '@/lib/http/problem'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentRow } from '@/lib/moments/contract'
import {
  sendMomentVersion,
  fetchMoment,
  fetchMoments,
  removeMoment,
  sendPart,
  type OpenedMoment,
} from '@/lib/moments/device'
import type { Vault } from '@/lib/vault/vault'

/** How many are shown at first, and how many more at a time. */
const FIRST = 6
const MORE = 20

export type MomentActions = Readonly<{
  remove: (moment: OpenedMoment) => Promise<void>
  setPart: (moment: OpenedMoment, takenOut: boolean) => Promise<void>
}>

type MomentsState = Readonly<{
  rows: readonly OpenedMoment[] | null
  next: string | null
  error: unknown
  reading: boolean
}>

const replaceRow = (rows: MomentsState['rows'], moment: OpenedMoment): MomentsState['rows'] =>
  rows?.map((row) => (row.id === moment.id && row.authorId === moment.authorId ? moment : row)) ?? null

/** The couple's newest moments, and what can be done to each. Nothing is read before `refresh`. */
export function useMoments(vault: Vault, coupleId: string, onChange: () => void) {
  const t = useTranslations(momentsMessages, 'recent')
  const [state, setState] = useState<MomentsState>({ rows: null, next: null, error: null, reading: false })
  const update = useCallback(
    (change: (before: MomentsState) => Partial<MomentsState>) =>
      setState((before) => ({ ...before, ...change(before) })),
    [],
  )

  const refresh = useCallback(async () => {
    try {
      const { rows, next } = await fetchMoments(browserDevice(), vault, { coupleId, limit: FIRST })
      update(() => ({ rows, next, error: null }))
    } catch (error) {
      update(() => ({ error }))
    }
  }, [vault, coupleId, update])

  const more = useCallback(async () => {
    const after = state.next
    if (after === null) return
    update(() => ({ reading: true }))
    try {
      const { rows, next } = await fetchMoments(browserDevice(), vault, { coupleId, after, limit: MORE })
      // unless the list was read anew meanwhile: between the two, rows would be missing
      update((before) =>
        before.next === after
          ? { rows: [...(before.rows ?? []), ...rows], next, error: null, reading: false }
          : { reading: false },
      )
    } catch (error) {
      update(() => ({ error, reading: false }))
    }
  }, [vault, coupleId, update, state.next])

  const actions = useMemo((): MomentActions => {
    const device = browserDevice()
    const put = (moment: OpenedMoment) => {
      update(({ rows }) => ({ rows: replaceRow(rows, moment), error: null }))
      onChange()
    }
    const handleFailure = async (error: unknown, id: string) => {
      if (!(error instanceof Problem && error.code === 'version-changed')) return update(() => ({ error }))
      showToast({ text: t('changed') })
      put(await fetchMoment(device, vault, id))
    }
    const bringBack = async (gone: MomentRow, before: OpenedMoment) => {
      if (before.opened.is !== 'text') return
      try {
        const row = await sendMomentVersion(device, vault, gone, { types: before.types, words: before.opened.text })
        put(row)
        showToast({ text: t('undone') })
      } catch (error) {
        await handleFailure(error, gone.id)
      }
    }
    return {
      remove: async (moment) => {
        try {
          const gone = await removeMoment(device, vault, moment)
          put(gone)
          if (moment.opened.is === 'text') offerUndo({ text: t('removed'), undo: () => void bringBack(gone, moment) })
          else showToast({ text: t('removed') })
        } catch (error) {
          await handleFailure(error, moment.id)
        }
      },
      setPart: async (moment, takenOut) => {
        try {
          put(await sendPart(device, vault, moment.id, takenOut))
        } catch (error) {
          await handleFailure(error, moment.id)
        }
      },
    }
  }, [vault, update, onChange, t])

  return { ...state, refresh, more, actions }
}
