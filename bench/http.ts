import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** The body of an answer of 200, over a connection that stays open; anything else throws. */
export const ask = (address: string, cookie: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { cookie } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`${address} answered ${answer.statusCode}: ${body.slice(0, 300)}`));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
