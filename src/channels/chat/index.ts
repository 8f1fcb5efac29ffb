/** The front door of the chat for other domains. */
export { codeWords, showReply, takeUnread, unreadInChats, visitorOf, type Visitor } from './delivering.ts';
export { sitesOfChat } from './entrances.ts';
export { followTheLines, mixAndFollow, mixWhenOthersWrite } from './standing.ts';
export { noteHere, talkIdOf, tellComing, tellLeaving, whatIsNew, type News } from './presence.ts';
