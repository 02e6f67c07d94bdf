/** `run`: what lies around a folder is looked up once; `session`: at every question, for it may change meanwhile. */
export type Lifetime = 'run' | 'session';
