// What did not need a page: small things that one of them did, or both.
import { simon, vera, type StoryAct } from '../acts.ts'

export const smallThings: readonly StoryAct[] = [
  simon.did([0, 'Wed', '21:10'], ['emotional'], 'Asked what she had eaten, and then listened to the answer.'),
  vera.did([1, 'Wed', '12:40'], ['intellectual'], 'Sent the wiring plan of 216 with one mistake in it. He is looking.'),
  simon.logs([1, 'Thu', '19:00'], ['experiential'], 'Watched the same goal, four seconds apart.'),
  vera.logs([2, 'Tue', '22:15'], ['emotional'], 'Said the hard part first. It was about the boiler.'),
  simon.did([2, 'Fri', '13:30'], ['spiritual'], 'Lit a candle for her grandfather, since I was passing and so was he.'),
  vera.did(
    [3, 'Thu', '18:40'],
    ['emotional'],
    'Wrote his name in the sand box of 213. It will be on the rails by Monday.',
  ),
  simon.did(
    [4, 'Tue', '22:20'],
    ['emotional'],
    'Thanked her for the pencil. The hammers went back like children to bed.',
  ),
  vera.did([4, 'Fri', '18:05'], ['experiential'], 'Baked in the bread oven. It did help.'),
  simon.logs([5, 'Fri', '20:40'], ['intellectual'], 'Each drew the other’s kitchen from memory. Hers is to scale.'),
  vera.logs(
    [6, 'Fri', '22:30'],
    ['spiritual'],
    'Ten minutes on what each of us would keep if the house burned. We both saved the jug.',
  ),
  simon.did([7, 'Mon', '18:15'], ['emotional'], 'Told her I was lonely, without a joke behind it.'),
  vera.did([7, 'Thu', '06:30'], ['emotional'], 'Told him I’d thought about that all day. The lonely.'),
  simon.did(
    [8, 'Sat', '21:00'],
    ['emotional'],
    'Read her messages aloud to my father. He asked for the one about the hand again.',
  ),
  vera.did([12, 'Fri', '19:20'], ['emotional'], 'Asked him when he is coming home. Only that.'),
  simon.logs([13, 'Fri', '21:15'], ['experiential'], 'Wrote one list for two suitcases.'),
  simon.logs([14, 'Wed', '08:30'], ['physical'], 'Held her hand across the breakfast, and ate badly with the left.'),
  vera.logs([14, 'Thu', '23:10'], ['physical', 'emotional'], 'Stayed in bed for the whole of the canary.'),
  simon.logs(
    [15, 'Sun', '12:00'],
    ['emotional'],
    'She landed. Eleven words. I counted them and then I used them all day.',
  ),
  vera.did(
    [16, 'Mon', '20:30'],
    ['physical'],
    'Wearing his jersey at the bench. Fonseca has noticed. Fonseca has been told.',
  ),
  simon.did([16, 'Thu', '09:15'], ['emotional'], 'Sent her the ceiling crack. It has reached Arica.'),
  vera.did(
    [17, 'Fri', '12:20'],
    ['emotional'],
    'Dull photograph of the day: my lunch, its lid, the bolt I use to weigh down the lid.',
  ),
  simon.did([19, 'Thu', '20:20'], ['spiritual'], 'Kept our minute on the line. There was a dog in hers.'),
  vera.did([20, 'Fri', '19:00'], ['spiritual'], 'Kept the minute. There was a whole street in his.'),
  simon.did(
    [21, 'Fri', '17:50'],
    ['emotional'],
    'The green soap came. I washed one hand and kept the other for comparison.',
  ),
  vera.did([22, 'Fri', '20:00'], ['emotional'], 'Asked how it was. Asked again.'),
  simon.did([22, 'Thu', '19:30'], ['physical'], 'Scarf arrived. Slept in it, looking like an invalid.'),
  vera.did(
    [23, 'Thu', '18:50'],
    ['physical'],
    'His other scarf arrived. It smells of varnish and lemons. Wore it under the overall.',
  ),
  simon.logs(
    [23, 'Sat', '19:20'],
    ['experiential', 'spiritual'],
    'Cooked breakfast for her supper, and watched the light go on one side and come on the other.',
  ),
  vera.did(
    [24, 'Wed', '12:30'],
    ['intellectual'],
    'Taught my first six hours. Used his comma to explain a controller.',
  ),
  simon.did([25, 'Thu', '21:45'], ['emotional'], 'Told the landlord. Told her first, so that it was only paperwork.'),
  vera.logs(
    [25, 'Sun', '13:00'],
    ['intellectual'],
    'Finally looked up whether a tram is an instrument. There is a piece for one.',
  ),
]
