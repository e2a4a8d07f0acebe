import type { SpeechAct } from './attribution.ts';

/** Verbs, nouns and phrases by what they do, as base forms; `*` stands for a word or none. First listed, first tried. */
export const SPEECH_ACTS: readonly (readonly [SpeechAct, string])[] = [
  ['deny', 'deny denial refute rebut disavow repudiate disclaim dispute contradict reject'],
  ['threaten', 'threaten threat vow*retaliate'],
  ['promise', 'vow pledge promise swear commit guarantee undertake assure oath'],
  ['accuse', 'accuse accusation allege*against blame fault charge denounce*as implicate indict'],
  [
    'demand',
    'demand insist*on urge call*for call*on call*upon plead appeal press implore ask*for beseech lobby request require',
  ],
  [
    'order',
    'order instruct command direct decree authorize authorise rule mandate ban forbid allow permit approve',
  ],
  ['warn', 'warn warning caution alert'],
  ['ask', 'ask question wonder inquire enquire query'],
  [
    'announce',
    'announce announcement declare declaration proclaim unveil reveal disclose release publish launch issue',
  ],
  [
    'confirm',
    'confirm confirmation acknowledge acknowledgement admit admission concede confess corroborate affirm reaffirm verify certify',
  ],
  [
    'criticise',
    'criticize criticise criticism condemn condemnation slam blast denounce deplore decry lambast lambaste rebuke chide scold lament bemoan attack mock ridicule deride scoff rail complain complaint castigate assail rip fume',
  ],
  [
    'praise',
    'praise hail laud applaud commend welcome thank congratulate tout compliment celebrate',
  ],
  ['agree', 'agree accept endorse support back concur echo side agreement subscribe'],
  ['oppose', 'oppose opposition object disagree resist balk protest refuse'],
  [
    'suggest',
    'suggest suggestion hint imply intimate propose proposal recommend recommendation advise indicate signal insinuate float advocate',
  ],
  [
    'claim',
    'claim allege allegation assert assertion maintain contend insist argue argument purport profess charge allegedly reportedly',
  ],
  [
    'expect',
    'expect expectation predict prediction forecast anticipate project foresee estimate estimation prophesy hope',
  ],
  ['want', 'want seek wish intend plan aim desire prefer intention need try'],
  [
    'believe',
    'believe belief think consider feel fear know view see regard deem doubt suspect assume presume understand conclude conclusion worry concern apprehension unease anxiety alarm suspicion scepticism skepticism optimism opinion find judge reckon realize realise imagine perceive suppose trust convince sure confident',
  ],
  [
    'say',
    'say tell add state statement note report write explain describe remark mention observe continue reply respond answer comment speak talk recount recall cite quote joke quip according post tweet',
  ],
];
