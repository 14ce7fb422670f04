/** What took how long within a request? Spans of OpenTelemetry, made only where OTEL_EXPORTER_OTLP_ENDPOINT is set. */

import 'server-only';

import type { Attributes, Tracer } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

import { isRedirect } from '../redirects';
import { currentRequestId } from '../request-context';
import { routePattern } from '../route-pattern';
import { singleton } from '../singleton';

interface Tracing {
  tracer: Tracer | null;
  stop: () => Promise<void>;
}

const STOP_LIMIT_MS = 3000;
/** Of OpenTelemetry's own numbering. */
const STATUS_ERROR = 2;
/** Attributes that hold an address as it was typed, tokens and all. */
const ADDRESSES = ['http.target', 'http.url', 'url.path', 'url.full', 'url.query', 'next.span_name'];

const tracing = () => singleton<Tracing>('tracing', () => ({ tracer: null, stop: () => Promise.resolve() }));

/** Begins to make spans and to send them to the collector that the environment names. */
export async function startTracing(): Promise<void> {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT?.trim()) return;
  const [{ trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME?.trim() || 'muster' }),
    spanProcessors: [new sdk.BatchSpanProcessor(withoutAddresses(new OTLPTraceExporter()))],
  });
  provider.register();
  const state = tracing();
  state.tracer = trace.getTracer('muster');
  state.stop = async () => {
    const limit = new Promise((resolve) => setTimeout(resolve, STOP_LIMIT_MS).unref());
    await Promise.race([provider.shutdown(), limit]);
  };
}

/** Sends what is left, for a few seconds at most. */
export async function stopTracing(): Promise<void> {
  await tracing().stop();
}

/** Runs `work` within a span of this name; without a collector, it just runs. */
export function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  const { tracer } = tracing();
  if (!tracer) return work();
  const requestId = currentRequestId();
  const all = requestId ? { ...attributes, 'muster.request_id': requestId } : attributes;
  return tracer.startActiveSpan(name, { attributes: all }, async (span) => {
    try {
      return await work();
    } catch (error) {
      if (isRedirect(error)) throw error;
      // Its kind alone: messages may quote what somebody wrote.
      span.setStatus({ code: STATUS_ERROR, message: error instanceof Error ? error.name : typeof error });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Next's spans carry addresses and the messages of errors: they leave as patterns, and without the messages. */
function withoutAddresses(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(cleaned), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function cleaned(span: ReadableSpan): ReadableSpan {
  const attributes: Attributes = { ...span.attributes };
  for (const key of ADDRESSES) {
    if (key in attributes) attributes[key] = withPattern(String(attributes[key]));
  }
  return Object.create(span, {
    attributes: { value: attributes },
    name: { value: withPattern(span.name) },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}

/** The address within a text gives way to its pattern; a pattern stays one, for a bracket stands for one part. */
function withPattern(text: string): string {
  return text.replace(/(https?:\/\/[^/\s]+)?(\/[^\s?#]*)(\S*)/, (_all, _host, path: string) =>
    routePattern(path),
  );
}
