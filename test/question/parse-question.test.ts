import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/question/parse-question.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { fishingDispute, readingsOf } from '../support/fishing-dispute.ts';

const { lexicon } = fishingDispute();
const asOf = '2024-06-20';
const parsed = (text: string) => parseQuestion(text, { asOf }, lexicon);
const question = (text: string) => parsed(text).question;

test.each([
  { asked: 'what did Norway claim about cod nets?', speaker: 'Norway', terms: ['cod', 'nets'] },
  {
    asked: 'did the fisheries ministry comment on the raid?',
    speaker: 'fisheries ministry',
    terms: ['raid'],
  },
  {
    asked: 'according to Halldal, what is a fairy tale?',
    speaker: 'Halldal',
    terms: ['fairy', 'tale'],
  },
  {
    asked: 'How many nets were cut according to Norway?',
    speaker: 'Norway',
    terms: ['nets', 'cut'],
  },
  {
    asked: "What was Halldal's reaction to the accusation?",
    speaker: 'Halldal',
    terms: ['accusation'],
  },
  { asked: 'Halldal nets', speaker: 'Halldal', terms: ['nets'] },
  { asked: 'Vestrheim on the strait', speaker: 'Vestrheim', terms: ['strait'] },
  { asked: 'Vestrheim: strait', speaker: 'Vestrheim', terms: ['strait'] },
  { asked: 'tell me what Halldal said about nets', speaker: 'Halldal', terms: ['nets'] },
  { asked: 'What was said by Lindqvar about boats?', speaker: 'Lindqvar', terms: ['boats'] },
  { asked: 'statements by Lindqvar on the storm', speaker: 'Lindqvar', terms: ['storm'] },
  {
    asked: 'How many boats did Norway say took part?',
    speaker: 'Norway',
    terms: ['boats', 'part'],
  },
  { asked: 'what does Halldal have to say about Oslo', speaker: 'Halldal', terms: ['oslo'] },
  { asked: 'the Norwegian response to the tests', speaker: 'Norwegian', terms: ['tests'] },
  {
    asked: 'What did Icelandic state media report about cod?',
    speaker: 'Icelandic state media',
    terms: ['cod'],
  },
  { asked: 'What did Norwey say about nets', speaker: 'Norway', terms: ['nets'] },
  { asked: 'what did Haldal say about nets', speaker: 'Halldal', terms: ['nets'] },
  { asked: 'what did the US say about cod?', speaker: 'US', terms: ['cod'] },
  { asked: 'Marlo Venn on cod', speaker: 'Marlo Venn', terms: ['cod'] },
  { asked: 'What is Norway worried about off Brannholm?', speaker: 'Norway', terms: ['brannholm'] },
  {
    asked: 'Why are Norwegian officials opposed to talks',
    speaker: 'Norwegian officials',
    terms: ['talks'],
  },
  { asked: 'Is anyone in Oslo concerned about cod?', speaker: 'Oslo', terms: ['cod'] },
  { asked: 'what threat did Vestrheim make against boats', speaker: 'Vestrheim', terms: ['boats'] },
  { asked: 'What reason has Halldal given for the tests?', speaker: 'Halldal', terms: ['tests'] },
  { asked: 'what did Halldal say abuot nets', speaker: 'Halldal', terms: ['nets'] },
  { asked: 'what did teh Norwegian officials say', speaker: 'Norwegian officials', terms: [] },
  { asked: 'Does Iceland dislike the blockade?', speaker: 'Iceland', terms: ['blockade'] },
  {
    asked: 'How many nets were cut, according to the Norwegian Centre for Cod?',
    speaker: 'Norwegian Centre for Cod',
    terms: ['nets', 'cut'],
  },
  { asked: 'what is halldal reaction to nets', speaker: 'halldal', terms: ['nets'] },
  {
    asked: 'the fisheries ministry statement on nets',
    speaker: 'fisheries ministry',
    terms: ['nets'],
  },
  {
    asked: 'what did Norwegian oficials say on cod',
    speaker: 'Norwegian officials',
    terms: ['cod'],
  },
])('finds the speaker of “$asked”', ({ asked, speaker, terms }) => {
  expect(question(asked).speaker?.text).toBe(speaker);
  expect(question(asked).terms).toEqual(terms);
});

test.each([
  { asked: 'What did Dana Will say about cod?', speaker: 'Dana Will' },
  { asked: 'Has Dana Will commented on cod?', speaker: 'Dana Will' },
  { asked: 'What does Will Farrow think about cod?', speaker: 'Will Farrow' },
  { asked: 'What did Edith May say about cod?', speaker: 'Edith May' },
  { asked: 'Did Una Connelly comment on cod?', speaker: 'Una Connelly' },
  { asked: 'did una connelly comment on cod?', speaker: 'una connelly' },
  { asked: 'What did Una F. Brandt say about cod?', speaker: 'Una F Brandt' },
  { asked: 'What did Sen. Brandt say about cod?', speaker: 'Sen Brandt' },
  { asked: 'what is Sven Halldal’s position on cod', speaker: 'Sven Halldal' },
  { asked: 'tell me what Marlo Strait said about cod', speaker: 'Marlo Strait' },
  { asked: 'a quote from Marlo Strait about cod', speaker: 'Marlo Strait' },
  { asked: 'What did Halldal officially say about cod?', speaker: 'Halldal' },
  { asked: 'What will Halldal say about cod in May?', speaker: 'Halldal' },
])('takes the whole name in “$asked”', ({ asked, speaker }) => {
  expect(question(asked).speaker?.text).toBe(speaker);
});

test('takes a word whose halves the corpus holds for no slip of a name', () => {
  const news = readingsOf([
    '{Ada Albright} <said> [no]. Those on the alt right met on the far side of the harbour.',
  ]);
  const { question } = parseQuestion('what of the alt-right?', { asOf }, buildIndex(news).lexicon);
  expect(question.terms).toEqual(['alt-right']);
});

test.each([
  'Which boats stayed in port for fisheries ministry reasons?',
  'Which word did Halldal use during his Norway speech?',
  'Where did the talks by Norway take place?',
])('hears nobody in “%s”', (asked) => {
  expect(question(asked).speaker).toBeUndefined();
});

test('takes no sentence that begins with a name for a name', () => {
  const misread = (name: string) => name === 'Halldal broke the record';
  const statementsBy: typeof lexicon.statementsBy = (speaker) =>
    misread(speaker.text) ? 1 : lexicon.statementsBy(speaker);
  const read = parseQuestion(
    'Halldal broke the record held by:',
    { asOf: '2024-06-20' },
    { ...lexicon, statementsBy },
  );
  expect(read.question.speaker?.text).toBe('Halldal');
});

test.each([
  { asked: 'what did Norway launch overnight?', terms: ['norway', 'launch', 'overnight'] },
  { asked: 'which village did Iceland capture', terms: ['village', 'iceland', 'capture'] },
  { asked: 'how many nets were cut off Brannholm?', terms: ['nets', 'cut', 'brannholm'] },
  { asked: 'what is Norway accused of?', terms: ['norway'] },
  { asked: 'What has been said about the strait?', terms: ['strait'] },
  { asked: 'who said nets had been cut?', terms: ['nets', 'cut'] },
  { asked: 'what did people say about cod?', terms: ['cod'] },
  { asked: 'who is Tove Lindqvar', terms: ['tove', 'lindqvar'] },
  { asked: 'blockade strait', terms: ['blockade', 'strait'] },
  { asked: 'attack on Brannholm', terms: ['attack', 'brannholm'] },
  { asked: 'What is the reaction to the blockade?', terms: ['blockade'] },
  { asked: 'Who came to deport the crew?', terms: ['deport', 'crew'] },
])('asks for no speaker in “$asked”', ({ asked, terms }) => {
  expect(question(asked).speaker).toBeUndefined();
  expect(question(asked).terms).toEqual(terms);
});

test.each([
  { asked: 'did Norway deny it', act: 'deny' },
  { asked: 'what did Oslo threaten?', act: 'threaten' },
  { asked: 'who warned of a blockade?', act: 'warn' },
  { asked: 'has Halldal criticised the raid', act: 'criticise' },
  { asked: "Oslo's accusations against Iceland", act: 'accuse' },
  { asked: 'what is Iceland saying about nets', act: 'say' },
])('finds the speech act of “$asked”', ({ asked, act }) => {
  expect(question(asked).act).toBe(act);
});

test.each([
  { asked: 'who cut the nets', answerType: 'who' },
  { asked: 'which village was hit', answerType: 'where' },
  { asked: 'what year was it', answerType: 'when' },
  { asked: 'how far can they reach', answerType: 'how-many' },
  { asked: 'did Norway comment', answerType: 'yes-no' },
  { asked: 'why was it cut', answerType: 'why' },
  { asked: 'cod nets', answerType: 'what' },
])('tells that “$asked” asks for $answerType', ({ asked, answerType }) => {
  expect(question(asked).answerType).toBe(answerType);
});

test('keeps literal phrases apart, and searches for their words as well', () => {
  const { phrases, terms } = question('who said “fairy tale” or "evening news"?');
  expect(phrases).toEqual(['fairy tale', 'evening news']);
  expect(terms).toEqual(['fairy', 'tale', 'evening', 'news'].filter((word) => word !== 'news'));
});

test('knows an outlet of the corpus, and one that the corpus does not hold', () => {
  expect(question('what did Norway say in the Harbour Gazette?').publisher).toBe(
    'The Harbour Gazette',
  );
  const unknown = parsed('what did Norway say about cod in the Evening Herald?');
  expect(unknown.question.publisher).toBe('Evening Herald');
  expect(unknown.unknownPublisher).toBe('Evening Herald');
});

test('offers the abbreviation that the corpus explains, and those that newsrooms share', () => {
  expect(question('USV tests').variants.usv).toContain('unmanned surface vessels');
  expect(question('what was lost to EW?').variants.ew).toContain('electronic warfare');
  expect(
    question('unmanned aerial vehicles over Oslo').variants['unmanned aerial vehicles'],
  ).toContain('uav');
});

test.each([
  { asked: 'Who promised to hit back?', verb: 'hit', other: 'retaliate' },
  { asked: 'has Iceland pulled its boats out?', verb: 'pulled', other: 'withdraw' },
  { asked: 'who gave the strait up', verb: 'gave', other: 'surrender' },
])('reads the verb of two words in “$asked”', ({ asked, verb, other }) => {
  expect(question(asked).terms).toContain(verb);
  expect(question(asked).variants[verb]).toContain(other);
});

test('writes a name with a number as articles do', () => {
  expect(question('USV12 tests').variants.usv12).toEqual(['usv-12']);
});

test('reads an attitude, or a name that leads, also as no speaker', () => {
  expect(parsed('What does Oslo consider a provocation?').otherwise[0]).toMatchObject({
    terms: ['oslo', 'provocation'],
  });
  expect(parsed('Halldal nets').otherwise[0]?.speaker).toBeUndefined();
  expect(parsed('what did Halldal say about nets?').otherwise).toEqual([]);
});

test('asks for criticism where critics may go unnamed', () => {
  const { otherwise } = parsed('what do critics in the north say about the blockade?');
  expect(otherwise[0]).toMatchObject({ act: 'criticise', terms: ['critics', 'north', 'blockade'] });
});

test('asks a description of those whom it describes', () => {
  expect(question('what did the ministry say?').speaker?.aliases).toContain(
    'the fisheries ministry',
  );
});

test('finds who is described by any way to word an office', () => {
  const ways = [['harbor'], ['head', 'master']];
  expect(lexicon.names.describedBy(ways, 5).map(({ name }) => name)).toEqual([
    'Harbour master Tove Lindqvar',
  ]);
});

test('reads any text, however odd or long, without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { terms } = question(text);
      expect(terms.length).toBeLessThanOrEqual(48);
    }),
    { numRuns: 60 },
  );
  expect(question('nets \ud800 “'.repeat(10_000)).terms).toContain('nets');
}, 60_000);

test('takes "this week" as a guide where the article tells, and as a bound where somebody speaks', () => {
  const told = question('Which port reopened this week?');
  expect([told.dates, told.period?.to]).toEqual([undefined, '2024-06-23']);
  const spoken = question('What did Halldal say this week about nets?');
  expect([spoken.dates?.to, spoken.period]).toEqual(['2024-06-23', undefined]);
});

test.each([
  { asked: 'Which port reopened?', type: 'which' },
  { asked: 'The ferry that struck the pier was how old?', type: 'how-many' },
  { asked: 'Lindqvar, who fishes for cod, keeps her boat in what village?', type: 'where' },
  { asked: 'Whose boat sank?', type: 'who' },
])('"$asked" asks $type', ({ asked, type }) => {
  expect(question(asked).answerType).toBe(type);
});

test.each([
  { asked: 'Which skipper of the “Sea Mouse,” lost nets off Vestrheim?', phrases: [] },
  { asked: 'where does it say “Sea Mouse”?', phrases: ['Sea Mouse'] },
  { asked: '“Sea Mouse” skipper nets Vestrheim', phrases: ['Sea Mouse'] },
])('binds a phrase in "$asked" unless it stands in passing: $phrases', ({ asked, phrases }) => {
  expect(question(asked).phrases).toEqual(phrases);
});

test.each([
  'What is the old pier of Vestrheim called?',
  'According to a new study, which nets last longest?',
  'How many boats sank, according to recent figures?',
  'Lindqvar, the skipper, sold which boat?',
  'Which Norway minister warned of storms?',
])('hears no speaker in "%s"', (asked) => {
  expect(question(asked).speaker).toBeUndefined();
});
