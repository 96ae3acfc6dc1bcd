// Weeks 4 to 7. The stairs begin, and the chapter moves to Thursdays.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const theLongStairs: readonly StoryAct[] = [
  simon.proposes(
    [4, 'Mon', '10:20'],
    'stairs',
    {
      ...{ title: 'The long stairs', types: ['experiential', 'spiritual'] },
      ...{ weekdays: [6], from: [4, 'Sat'], everyWeeks: 2, time: '12:00', minutes: 45 },
    },
    `Both our towns were built by people who disliked level ground. I should like to be out of breath at the same time as
    you, and then look at a river while you look at a bay.`,
  ),
  vera.agrees([4, 'Tue', '20:45'], 'stairs', 'Cheaper than a gymnasium. Also the top.'),
  vera.writes(
    [4, 'Tue', '21:10'],
    `A school class came to the depot. A girl of about nine asked me if the tram knows where it is going. I said no, the
    track knows. She thought about that and said, “Then who is driving.”

    I have been thinking about it since half past ten.`,
    { types: ['intellectual'], shares: 'nothing', named: 'who-is-driving' },
  ),
  simon.replies(
    [4, 'Tue', '18:40'],
    'who-is-driving',
    `Hire her. Or tell her this, which my teacher used to say of accompanists: the track is the score, it tells you where,
    and it has never once told anyone when.`,
  ),
  vera.logs([4, 'Wed', '23:00'], ['emotional'], 'He asked what was hard today before he asked what was for dinner.'),
  ...kept(
    ['aloud', 4, 'Wed'],
    [4, 'Wed', '22:52'],
    [6, 'The surveyor admits the map is wrong. I have worked with maps like that.'],
    [5, 'You read the whole inventory of the inn as if it were a will.'],
  ),
  simon.did(
    [4, 'Thu', '17:20'],
    ['experiential'],
    'Took the action out of the parish piano. Numbered in pencil, as ordered.',
  ),
  ...kept(
    ['stairs', 4, 'Sat'],
    [4, 'Sat', '19:05'],
    [6, 'Two hundred and seventy-two. He claims more. He counts landings.'],
    [6, 'I did not count landings, I rested on them. You sounded like a bellows, and so near.'],
  ),
  simon.plans([4, 'Sun', '09:30'], 'birthday', {
    ...{ title: 'His father’s eightieth, on the screen', on: [6, 'Tue', '18:00'] },
    ...{ types: ['emotional', 'experiential'], minutes: 60, place: 'The table by the lemon tree' },
    items: [
      ['Candles that can be seen from Porto', 'simon'],
      ['Learn the song properly', 'vera'],
    ],
  }),
  ...kept(['pot', 4, 'Sun'], [4, 'Sun', '22:30'], [6, 'Cabbage. Underrated by both of us for nine years.'], [6]),

  vera.did(
    [5, 'Mon', '13:00'],
    ['emotional'],
    'Put a postcard of line 18 in the post. It says only “Here is line 18.”',
  ),
  simon.writes(
    [5, 'Tue', '22:30'],
    `Paz and I divided the week again, my sister with a ruler and three colours, and when she had finished there was a
    white square on Saturday afternoons and she said that one is yours, do what people do. I had to think what people do.
    Then I thought, she will be on her stairs, and went and bought shoes.`,
    { types: ['experiential'] },
  ),
  simon.logs(
    [5, 'Wed', '18:50'],
    ['emotional', 'physical'],
    'Fell asleep with the telephone on the pillow. So did she.',
  ),
  ...kept(['aloud', 5, 'Wed'], [5, 'Wed', '22:48'], [5], [6, 'The horse has opinions now, and they are yours.']),
  vera.writes(
    [5, 'Thu', '20:30'],
    `Examiner’s course: they want someone from the workshop. Someone has said my name. It would mean teaching drivers what
    a motor feels like when it is being hurt. It would mean talking for six hours at a time.

    I have not told Simón. He would be pleased in a way I would have to live up to.`,
    { types: ['intellectual'] },
  ),
  vera.did([5, 'Sat', '21:00'], ['emotional'], 'Told him about the course after all. He was pleased. I lived.'),
  simon.changes([5, 'Sat', '12:30'], ['pot', 5, 'Sun'], {
    what: 'Anything that can be done with one hand. I have a burn.',
  }),
  ...kept(
    ['pot', 5, 'Sun'],
    [5, 'Sun', '22:38'],
    [5, 'Eggs, one-handed, both of us, out of fairness.'],
    [7, 'You tied a dishcloth round your own good hand. I saw.'],
  ),

  simon.suggests([6, 'Mon', '11:00'], 'aloud', {
    ...{ title: 'One chapter aloud', types: ['intellectual'] },
    ...{ weekdays: [4], from: [7, 'Thu'], everyWeeks: 1, time: '17:30', minutes: 40 },
  }),
  simon.writes(
    [6, 'Mon', '11:15'],
    `About the Wednesdays: a boy of ten has been sent to me by the parish, Benicio, who plays with his shoulders up round
    his ears and has only Wednesdays, and I find that I come to our chapter still hearing him. Would Thursday do? I asked
    for it on the ritual’s own page, so that you can say no to the page and not to me.`,
    { shares: 'ideas', types: ['intellectual'], named: 'thursdays' },
  ),
  vera.remembers(
    [6, 'Tue', '23:40'],
    'birthday',
    7,
    'He sang louder than anyone. I held the telephone up to the tram so it could ring.',
  ),
  simon.remembers(
    [6, 'Tue', '21:15'],
    'birthday',
    7,
    'My father told the whole table that a tram had congratulated him. He has told the baker since.',
  ),
  vera.agrees([6, 'Wed', '12:15'], 'aloud'),
  vera.replies(
    [6, 'Wed', '12:16'],
    'thursdays',
    'Thursday does. I had nothing on Thursdays but Wednesdays to look back on.',
  ),
  ...kept(['aloud', 6, 'Wed'], [6, 'Wed', '22:58'], [5], [5]),
  simon.did(
    [6, 'Thu', '19:20'],
    ['intellectual'],
    'Explained a comma to her, the musical one. She explained play in a bearing. Same thing.',
  ),
  ...kept(
    ['stairs', 6, 'Sat'],
    [6, 'Sat', '19:00'],
    [6, 'A cat followed me to the top and then pretended it had business there.'],
    [5, 'Fog the whole way. At the top I told you what I would have seen.'],
  ),
  ...kept(['pot', 6, 'Sun'], [6, 'Sun', '22:34'], [5, 'Beans. Talked about money. Finished the beans.'], [5]),

  vera.did([7, 'Tue', '18:30'], ['experiential'], 'Grease gun. He listened to a whole axle.'),
  simon.writes(
    [7, 'Tue', '23:00'],
    `What I admire, since nobody asked. That you say “I don’t know” at the speed at which others say “well”. That you
    carry a pencil behind the ear that has the other pencil. That on Sunday when we spoke about money, and I was making
    fog, you put the pot aside, turned off the flame, and said the number.`,
    { types: ['emotional'], shares: 'nothing', named: 'admire' },
  ),
  vera.replies([7, 'Wed', '20:10'], 'admire', 'Both pencils are yours.'),
  ...kept(
    ['aloud', 7, 'Thu'],
    [7, 'Thu', '23:05'],
    [6, 'First Thursday. The ferry sinks. The horse swims.'],
    [6, 'I had to put the book down, I was so glad about that horse.'],
  ),
  vera.writes(
    [7, 'Fri', '22:05'],
    `Good week. I note it because I don’t, usually. Nothing broke that I had not expected.`,
    { types: ['emotional'] },
  ),
  simon.logs([7, 'Sat', '17:00'], ['experiential'], 'Each bought the same ugly jug from a different market.'),
  ...kept(
    ['pot', 7, 'Sun'],
    [7, 'Sun', '22:31'],
    [6, 'Jug on the table, his and mine. They pour badly on both sides of the ocean.'],
    [6, 'A whole evening about jugs, and I was happy.'],
  ),
]
