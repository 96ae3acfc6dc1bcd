import { addLeaveTask } from '@/components/shell/leaving'
import { lockMark } from '@/lib/device/lock-mark'
import { makeWrapRemover } from '@/lib/vault/wrap-remover'
import { LOCK, lockChannel } from '@/lib/vault/lock-channel'

/**
 * From now on *Hide* locks the device: sets the mark, notifies the other tabs, removes what opens a journal on this
 * device, notifies the server. Used on every page, also public ones: it loads no part of the journal's code. Returns what
 * ends that.
 */
export function lockWhenLeft(): () => void {
  const wraps = makeWrapRemover()
  const stay = addLeaveTask(() => {
    lockMark.set()
    lockChannel()?.postMessage(LOCK)
    wraps.forget()
    void fetch('/api/me/vault/device-key', { method: 'DELETE', keepalive: true }).catch(() => {})
  })
  return () => {
    stay()
    wraps.close()
  }
}
