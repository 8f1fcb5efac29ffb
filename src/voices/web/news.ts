/** What makes anything that is read of voices and themes old: a topic of the live news, or an act on one of these. */
export const voiceNews = ['theme', 'voices', 'voice', 'voice_suggestion', 'decision', 'theme_step', 'topic'];
