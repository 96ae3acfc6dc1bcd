// Where a home is found: the address that it was given, or one of a name that nobody else in the network has.
import { announce, type Announced } from './announce.ts'
import {
  addressOfName,
  HOME_COMMAND,
  namesToTry,
  readAddress,
  readKept,
  writeKept,
  type HomeAddress,
} from './home-address.ts'

type Finding = Readonly<{
  /** The data folder. */
  folder: string
  /** APP_URL. */
  given: string | undefined
  /** The address of this machine to announce on; 0.0.0.0 for all of them. */
  host: string
  say: (line: string) => void
  /** The names that a new home tries, without `.local`; there has to be one that is free. */
  names?: Iterator<string, string>
}>

type FoundAddress = Readonly<{
  address: HomeAddress
  /** The announcement to withdraw at the end, or null where there is none. */
  announced: Announced | null
}>

/** The address of APP_URL; else that of the name that this home has; else that of the first name that nobody on the network has. */
export async function findAddress({ folder, given, host, say, names = namesToTry() }: Finding): Promise<FoundAddress> {
  const lost = (address: HomeAddress) =>
    say(
      `another computer in this network also answers to ${address.host}, so devices may not find this one: stop that one, or choose another name: APP_URL=https://${address.announced}-2.local:${address.port} ${HOME_COMMAND}`,
    )
  const tryName = async (address: HomeAddress): Promise<Announced | null> => {
    if (address.announced === null) return null
    try {
      return await announce({ name: address.announced, port: address.port, host, onLost: () => lost(address) })
    } catch (error) {
      say(
        `the name ${address.host} can’t be announced in this network (${error instanceof Error ? error.message : String(error)}): choose an address that devices find without it, such as APP_URL=https://192.168.1.20:${address.port} ${HOME_COMMAND}`,
      )
      return null
    }
  }

  const kept = readKept(folder, 'name')
  if (given !== undefined || kept !== null) {
    const address = given === undefined ? addressOfName(kept ?? '') : readAddress(given)
    const announced = await tryName(address)
    if (announced && !announced.isOurs) lost(address)
    return { address, announced }
  }
  for (;;) {
    const name = names.next().value
    const address = addressOfName(name)
    const announced = await tryName(address)
    if (announced && !announced.isOurs) {
      await announced.stop()
      continue
    }
    writeKept(folder, 'name', name)
    return { address, announced }
  }
}
