/** What a person asks for and cannot be done, and why: the client shows the message. */
export class Refused extends Error {}
