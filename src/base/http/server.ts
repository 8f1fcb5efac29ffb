import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Config } from '#base/config.ts';
import { newId } from '#base/ids.ts';
import type { Services } from '#base/services.ts';
import { answerFailure } from './answer-failure.ts';

const megabyte = 1_000_000;

/**
 * The bare server: limits, headers, error answers, the API document. Knows no route of the product.
 * A request that waits longer than thirty seconds is ended; a body over a megabyte is refused where a route does not ask for more.
 */
export const openHttp = async (services: Services): Promise<FastifyInstance> => {
  const { config, clock, log } = services;
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: megabyte,
    requestTimeout: 30_000,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => newId(clock.now()).slice(-12),
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  http.setValidatorCompiler(({ schema }) => (data) => {
    const parsed = (schema as z.ZodType).safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: invalid(parsed.error) };
  });
  // Forms of pages without script, as bytes; `serve.ts` lets them through to the routes that take them.
  http.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  http.setSerializerCompiler(serializerCompiler);
  http.setErrorHandler(answerFailure);
  await http.register(helmet, { contentSecurityPolicy: contentSecurityPolicy(config), crossOriginEmbedderPolicy: false });
  await http.register(cookie);
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Presa', version: '1', description: 'Everything that the screens of Presa do, they do through these routes.' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
  });
  return http;
};

const invalid = (cause: z.ZodError): Error => Object.assign(new Error('Bad input', { cause }), { statusCode: 400 });

// Mantine writes its variables into a style element, hence 'unsafe-inline' for styles; scripts come from our own files only.
const contentSecurityPolicy = (config: Config) => ({
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
  },
});
