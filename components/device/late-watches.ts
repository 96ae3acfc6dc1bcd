// What a page of a signed-in person has late, and starts when it is loaded. One part, so that the first scripts of the
// pages, which have no room, name no more.
import { keepWorker, watchNetwork } from './when-offline'

export { ClockNotice } from './clock-notice'

keepWorker()
watchNetwork()
