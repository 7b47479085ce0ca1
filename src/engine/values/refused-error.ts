/** AWS refuses what is declared, for certain. Of any other exception nothing is known but that it cannot be evaluated here. */
export class RefusedError extends Error {}
