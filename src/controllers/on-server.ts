import { isServer } from 'lit';

/** Whether elements are rendered on a server, where only their attributes and properties are known. */
export const onServer: boolean = isServer;
