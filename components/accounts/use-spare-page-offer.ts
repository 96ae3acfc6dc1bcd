'use client'
import { useMark } from '@/components/ui/use-mark'
import { sparePageCode } from '@/lib/accounts/spare-page'
import { setMark } from '@/lib/local-marks'
import type { Vault } from '@/lib/vault/vault'

/**
 * Whether the spare page is offered here: not where it was saved, nor where it was put off on this device at the same occasion,
 * after a page or before a share.
 */
export function useSparePageOffer(
  vault: Vault,
  occasion: 'page' | 'share',
): Readonly<{ offered: boolean; later: () => void }> {
  const mark = `spare-later-${occasion}:${vault.uid}`
  const putOff = useMark(mark)
  return { offered: !putOff && sparePageCode(vault) !== null, later: () => setMark(mark, true) }
}
