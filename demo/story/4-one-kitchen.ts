// Weeks 14 to 16. Vera is in Valparaíso for eleven nights, and then she is not. Both go on by the clock of home.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const oneKitchen: readonly StoryAct[] = [
  vera.remembers([14, 'Mon', '23:30'], 'going', 7, 'He was holding a sign with a drawing of a contactor.'),
  simon.remembers(
    [14, 'Mon', '20:40'],
    'going',
    7,
    'She walked past me to listen to the gate. Then she put the bag down.',
  ),
  vera.logs(
    [14, 'Tue', '13:00'],
    ['physical', 'emotional'],
    'Forehead between the shoulder blades. He went on washing up.',
  ),
  simon.logs([14, 'Tue', '22:00'], ['physical'], 'Slept like two spoons that had been kept in different drawers.'),
  simon.writes(
    [14, 'Wed', '23:15'],
    `My father has shown her the ships. She asked about the winches. I have lived with this man for fifty-one years and it
    had never occurred to me to ask about the winches, and he talked until the lamp was needed, and once he reached over
    and turned her wrist to show which way the handle went.`,
    { types: ['emotional', 'intellectual'], shares: 'nothing', named: 'winches' },
  ),
  vera.did([14, 'Thu', '18:20'], ['experiential'], 'Repaired the bed. It no longer considers.'),
  vera.logs(
    [14, 'Fri', '20:00'],
    ['experiential', 'physical'],
    'Rode the trolleybus to the end and back. It is the contactor.',
  ),
  vera.changes([14, 'Fri', '11:00'], ['stairs', 14, 'Sat'], {
    place: 'His stairs, both of us',
    what: 'Landings will be counted by a neutral party (Paz).',
  }),
  ...kept(
    ['stairs', 14, 'Sat'],
    [14, 'Sat', '22:30'],
    [7, 'Three hundred and eleven with landings. He was right. I have said so in writing.'],
    [7, 'For once I could hear which of us was out of breath.'],
  ),
  simon.changes([14, 'Sat', '20:00'], ['pot', 14, 'Sun'], { what: 'One pot.', place: 'One kitchen' }),
  ...kept(
    ['pot', 14, 'Sun'],
    [14, 'Sun', '23:20'],
    [7, 'You hum when you salt things. It doesn’t come through on the telephone.'],
    [7, 'Her elbow. That was all the recipe there was.'],
  ),
  simon.logs([15, 'Mon', '21:30'], ['physical', 'spiritual'], 'Lay on the roof. No names of stars, by agreement.'),
  vera.writes(
    [15, 'Tue', '16:40'],
    `Lautaro can walk to the gate. He does it with the face of a man going to speak to the council.

    I see now why it can’t be four weeks. I had known it. Now I have held his elbow.`,
    { types: ['emotional'], shares: 'nothing', named: 'elbow' },
  ),
  simon.replies(
    [15, 'Tue', '22:50'],
    'elbow',
    'You wrote this at the same table as me, with your arm round the page. I love you like a boy in school.',
  ),
  simon.plans([15, 'Tue', '10:00'], 'parish-piano', {
    ...{
      title: 'The parish piano, with four hands',
      on: [15, 'Wed', '16:00'],
      types: ['experiential', 'intellectual'],
    },
    ...{ minutes: 180, place: 'The hall behind the church' },
    items: [
      ['The felt', 'simon'],
      ['The small pliers from her coat', 'vera'],
    ],
  }),
  vera.remembers([15, 'Wed', '23:50'], 'parish-piano', 7, 'Thirty-one keys that come back up. I set twelve of them.'),
  simon.remembers(
    [15, 'Wed', '20:30'],
    'parish-piano',
    7,
    'You set the hammers the way you cut bread, and it is the best touch I have felt on an old upright.',
  ),
  simon.logs(
    [15, 'Thu', '23:00'],
    ['physical'],
    'Danced in the passage to the neighbour’s radio, with a great many walls.',
  ),
  vera.did([15, 'Fri', '10:30'], ['emotional'], 'Told Paz it was all right about the coat. It was.'),
  simon.writes(
    [15, 'Fri', '23:40'],
    `The taxi took the low road, and at each of the turnings I could see its roof, and at the last one I could not. The
    house has had the decency to make all its noises. I went and lay on her side, for the pillow, and found that she had
    left the good pear-knife under it, with a label. Property of line 18.`,
    { types: ['emotional', 'physical'] },
  ),
  vera.writes(
    [15, 'Sat', '22:00'],
    `Thirty hours. The flat had been holding its breath. Opened a window. Rang the gate, which is my alarm, to hear it.`,
    { types: ['emotional'] },
  ),
  vera.skips([15, 'Sat', '21:00'], ['pot', 15, 'Sun']),

  simon.writes(
    [16, 'Tue', '22:00'],
    `A letter, with the flame off. I’d thought that after such days the distance would be smaller, as if one had bought some
    of it back. It is exactly as long, only now I know what’s at the other end of it, the smell of machine oil and that
    green soap, and so it has an end.`,
    { types: ['emotional', 'spiritual'], shares: 'listen', named: 'an-end' },
  ),
  vera.replies([16, 'Wed', '12:10'], 'an-end', 'The soap is called “green soap”. I have posted you a piece.'),
  ...kept(
    ['aloud', 16, 'Thu'],
    [16, 'Thu', '23:05'],
    [5],
    [5, 'The surveyor is in prison, and the two of us were rather restful there.'],
  ),
  simon.changes([16, 'Fri', '12:00'], ['stairs', 16, 'Sat'], { to: [16, 'Sun'], time: '11:00' }),
  ...kept(
    ['stairs', 16, 'Sat'],
    [16, 'Sun', '18:30'],
    [5, 'A day late. My knee reports.'],
    [5, 'I told you where on these steps you had stopped to look at a drainpipe.'],
  ),
  ...kept(['pot', 16, 'Sun'], [16, 'Sun', '22:36'], [5, 'Two pots again. Mine boiled over. No comment was made.'], [5]),
]
