import type { Device } from '@/lib/device/device'
import { Unreachable, type Call } from '@/lib/http/call'

/** The same device, which loses the answer to one contract's request, once. */
export function losing(device: Device, lost: unknown): Device {
  let left = 1
  const call: Call = async (contract, input, options) => {
    const answer = await device.call(contract, input, options)
    if (Object.is(contract, lost) && left-- > 0) throw new Unreachable('the answer was lost')
    return answer
  }
  return { ...device, call }
}
