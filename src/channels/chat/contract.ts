import { z } from 'zod';
import { minute } from '#base/clock.ts';
import { get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, language, line, nothing, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';
import { longestLine } from './rules.ts';

const inBoth = z.object({ it: z.string(), en: z.string() });
const typedInBoth = z.object({ it: paragraph(400), en: paragraph(400) });

/** A site as browsers name it: `https://www.casalumina.example`, without a path. */
const origin = z
  .string()
  .max(200)
  .transform((typed) => typed.trim().replace(/\/+$/u, ''))
  .refine((typed) => /^https?:\/\/[\w.-]+(?::\d{1,5})?$/u.test(typed), {
    params: { it: 'Un sito si scrive così: https://www.esempio.it', en: 'A site is written like this: https://www.example.com' },
  });

/** A place where visitors find the chat, as those see it who look after the channels. */
export const chatEntrance = z.object({
  id,
  name: z.string(),
  key: z.string(),
  /** Where the chat stands by itself, for a link; with `.js` it is the script for a company's own pages. */
  address: z.string(),
  departmentId: id,
  departmentName: z.string(),
  greeting: inBoth,
  awayWords: inBoth,
  origins: z.array(z.string()),
  isOn: z.boolean(),
  createdAt: instant,
});
export type ChatEntrance = z.infer<typeof chatEntrance>;

const entranceInput = z.object({ name: line(120), departmentId: id, greeting: typedInBoth, awayWords: typedInBoth, origins: z.array(origin).max(20) });

const admins = { access: ['admin'] } as const;
const onEntrance = { ...admins, object: 'chat_entrance', params: idParams } as const;

export const listEntrances = get('/chat-entrances', { summary: 'The chats on the company’s pages.', ...admins, out: z.object({ items: z.array(chatEntrance) }) });
export const openEntrance = post('/chat-entrances', { summary: 'Makes a chat for a page of the company.', ...admins, body: entranceInput, out: chatEntrance });
export const changeEntrance = put('/chat-entrances/:id', {
  summary: 'Changes a chat, or switches it on or off. Conversations that began stay open.', ...onEntrance, body: entranceInput.extend({ isOn: z.boolean() }), out: chatEntrance,
});

/** Whether somebody is there, by the department's calendar, with the words for a person. */
const desk = z.object({ isOpen: z.boolean(), closesAt: z.string().nullable(), opensAt: z.string().nullable() });

const byKey = { access: 'public', params: z.object({ key: z.string().max(60) }) } as const;

export const readFront = get('/chat/:key', {
  summary: 'What the chat shows before anything was written, in the language that is asked for.',
  ...byKey,
  pace: { times: 120, within: minute },
  out: z.object({ companyName: z.string(), greeting: z.string(), awayWords: z.string(), desk }),
});

/** 256 random bits that the visitor’s own browser made: whoever asks again after a lost answer asks with the same ones. */
const secret = z.string().min(43).max(43).regex(/^[\w-]+$/u);
const clientId = z.string().min(8).max(40).regex(/^[\w-]+$/u);
/** What a person does once or twice in a conversation; a network has many persons, and a program many tries. */
const seldom = { pace: { times: 30, within: minute } } as const;
const written = { clientId, text: paragraph(longestLine) };
const who = { name: line(120), email };

/** One thing that was said, as the visitor sees it. */
const talkLine = z.object({
  id,
  clientId: z.string().nullable(),
  from: z.enum(['you', 'us']),
  name: z.string(),
  text: z.string(),
  at: instant,
  /** By which road it came or went; what went by e-mail is here for whoever comes back. */
  via: z.enum(['chat', 'email', 'elsewhere']),
  /** Files travel by e-mail: here stands how many there were. */
  files: z.int(),
});
export type TalkLine = z.infer<typeof talkLine>;

export const talkView = z.object({
  companyName: z.string(),
  language,
  name: z.string().nullable(),
  email: z.string().nullable(),
  lines: z.array(talkLine),
  caseNumber: z.int().nullable(),
  ownerName: z.string().nullable(),
  /** By when the visitor hears from us, in words. */
  nextUpdate: z.string().nullable(),
  isSolved: z.boolean(),
  /** The conversation went on elsewhere: what was said there is shown to whoever types the code that was mailed. */
  goesOnElsewhere: z.boolean(),
  triesLeft: z.int(),
  /** Whether the page of the case can be opened from here. */
  mayFollow: z.boolean(),
  desk,
});
export type TalkView = z.infer<typeof talkView>;

export const startTalk = post('/chat/:key/talks', {
  summary: 'The first line of a conversation: it opens a case. Sent again with the same secret, it is the same conversation.',
  ...byKey,
  ...seldom,
  body: z.object({
    secret,
    language,
    ...written,
    name: line(120).nullable().default(null),
    email: email.nullable().default(null),
    /** No person sees this field; programs that fill in everything fill it in. */
    website: z.string().max(500).default(''),
  }),
  out: talkView,
});

// The parameter is not called `token`: an hour of chatting has more turns than the usual hour on one link, and a limit of its own.
const bySecret = { access: 'link', params: z.object({ secret: z.string().max(60) }) } as const;

export const readTalk = get('/chat-talks/:secret', { summary: 'The conversation of that secret.', ...bySecret, out: talkView });
export const addLine = post('/chat-talks/:secret/lines', {
  summary: 'The visitor writes on. The same `clientId` again is the same line.', ...bySecret, body: z.object(written), out: talkView,
});
export const noteRead = put('/chat-talks/:secret/read', {
  summary: 'Everything up to that message was in front of the visitor: no mail is needed for it.', ...bySecret, body: z.object({ upTo: id }), out: nothing,
});
export const noteTyping = put('/chat-talks/:secret/typing', { summary: 'The visitor is writing. Counts for six seconds.', ...bySecret, out: nothing });
export const giveAddress = put('/chat-talks/:secret/address', {
  summary: 'Who the visitor says they are, and where an answer reaches them when they have gone.', ...bySecret, ...seldom, body: z.object(who), out: talkView,
});
export const proveAddress = put('/chat-talks/:secret/proof', {
  summary: 'The code from our e-mail: whoever types it reads the mailbox, and sees here what was said there.',
  ...bySecret,
  ...seldom,
  body: z.object({ code: z.string().max(20) }),
  out: talkView,
});
export const openPage = post('/chat-talks/:secret/page', {
  summary: 'A link to the customer’s page of the case.', ...bySecret, ...seldom, out: z.object({ url: z.string() }),
});
export const streamTalk = get('/chat-talks/:secret/stream', {
  summary: 'News of this one conversation (server-sent events): that it changed, that somebody is writing. While it is open, the visitor is there.',
  ...bySecret,
  pace: { times: 60, within: minute },
  out: z.string(),
});

const delivery = z.object({ messageId: id, state: z.enum(['read', 'mailed', 'shown', 'waits']), at: instant });
export type ChatDelivery = z.infer<typeof delivery>;

export const chatOfCase = get('/cases/:id/chat', {
  summary: 'The chat of a case: whether the visitor is there, whether they are writing, and how far our replies got.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: z.object({
    chat: z
      .object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        isProven: z.boolean(),
        isPresent: z.boolean(),
        isTyping: z.boolean(),
        seenAt: instant,
        /** A reply is shown in the chat; else it goes by e-mail alone. */
        showsReplies: z.boolean(),
      })
      .nullable(),
    deliveries: z.array(delivery),
  }),
});

export const noteAnswering = put('/cases/:id/chat/answering', {
  summary: 'The caller is writing a reply: the visitor sees that somebody is. Counts for a few seconds; notes are nobody’s business.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  out: nothing,
});

/** How the news that somebody is writing a reply travels between processes: this, and the name. No member hears of it. */
export const answeringTopic = 'answering ';

export const entranceEvents = defineEvents({
  'chat.entrance_opened': z.object({ entranceId: id, name: z.string() }),
  'chat.entrance_changed': z.object({ entranceId: id, isOn: z.boolean() }),
});

/** What happens to the chat of a case: part of its history. */
export const chatEvents = defineEvents({
  'chat.address_given': z.object({ name: z.string(), email: z.string() }),
  'chat.address_proven': z.object({ email: z.string() }),
  'chat.mailed_unread': z.object({ messageId: id }),
});
