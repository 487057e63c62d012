'use strict';

// Calls the server whose address is the first argument, as a gRPC client of another make,
// and prints one line of JSON for each check.

const assert = require('node:assert/strict');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');
const { FileDescriptorProto } = require('protobufjs/ext/descriptor');

const [address, repository] = process.argv.slice(2);
const protoFolders = [
  path.join(repository, 'tests/StandIns.Tests/Grpc'),
  path.join(repository, 'standins/Grpc.HealthCheck/protos'),
  path.join(repository, 'standins/Grpc.Reflection/protos'),
  path.join(repository, 'standins/Google.Api.CommonProtos'),
];
const load = file => grpc.loadPackageDefinition(
  loader.loadSync(file, { includeDirs: protoFolders, keepCase: true, enums: String, defaults: true, oneofs: true }));

const Echo = load('echo.proto').regio.tests.v1.Echo;
const Health = load('health.proto').grpc.health.v1.Health;
const Reflection = load('grpc/reflection/v1/reflection.proto').grpc.reflection.v1.ServerReflection;
const ReflectionAlpha = load('grpc/reflection/v1alpha/reflection.proto').grpc.reflection.v1alpha.ServerReflection;

const gzip = 2;
const open = (Service, options = {}) => new Service(address, grpc.credentials.createInsecure(), options);
const echo = open(Echo);

function unary(client, method, request, { metadata = new grpc.Metadata(), deadline } = {}) {
  return new Promise(resolve => {
    const result = {};
    const settle = part => {
      Object.assign(result, part);
      if ('error' in result && 'status' in result) resolve(result);
    };
    const call = client[method](request, metadata, { deadline }, (error, answer) => settle({ error, answer }));
    call.on('metadata', headers => settle({ headers }));
    call.on('status', status => settle({ status }));
  });
}

async function all(stream) {
  const messages = [];
  for await (const message of stream) messages.push(message);
  return messages;
}

function next(stream) {
  return new Promise((resolve, reject) => {
    stream.once('data', resolve);
    stream.once('error', reject);
  });
}

async function ask(Service, request) {
  const call = open(Service).ServerReflectionInfo();
  const answer = next(call);
  call.write(request);
  call.end();
  return await answer;
}

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

const checks = {
  async unary() {
    const { answer, status } = await unary(echo, 'Say', { text: 'één' });
    assert.equal(answer.text, 'één');
    assert.equal(status.code, grpc.status.OK);
  },

  async clientStreaming() {
    const answer = await new Promise((resolve, reject) => {
      const call = echo.Collect((error, message) => error ? reject(error) : resolve(message));
      for (const text of ['a', 'b', 'c']) call.write({ text });
      call.end();
    });
    assert.equal(answer.text, 'a b c');
    assert.equal(answer.times, 3);
  },

  async serverStreaming() {
    const messages = await all(echo.Repeat({ text: 'x', times: 500 }));
    assert.deepEqual(messages.map(message => message.times), Array.from({ length: 500 }, (_, index) => index + 1));
  },

  async duplexStreaming() {
    const call = echo.Chat();
    for (const text of ['ja', 'nee']) {
      const answer = next(call);
      call.write({ text });
      assert.equal((await answer).text, `re: ${text}`);
    }
    call.end();
    assert.deepEqual(await all(call), []);
  },

  async deadline() {
    const { error } = await unary(echo, 'Wait', { text: 'interop deadline' }, { deadline: Date.now() + 500 });
    assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);
  },

  async cancellation() {
    const error = await new Promise(resolve => {
      const call = echo.Wait({ text: 'interop cancellation' }, resolve);
      setTimeout(() => call.cancel(), 300);
    });
    assert.equal(error.code, grpc.status.CANCELLED);
  },

  async metadata() {
    const metadata = new grpc.Metadata();
    metadata.set('x-text', 'some text');
    metadata.set('x-bytes-bin', everyByte);
    const { headers, status } = await unary(echo, 'Say', {}, { metadata });
    for (const received of [headers, status.metadata]) {
      assert.deepEqual(received.get('x-text'), ['some text']);
      assert.deepEqual(received.get('x-bytes-bin'), [everyByte]);
    }
  },

  async richErrors() {
    const { error } = await unary(echo, 'Fail', { text: 'interop' });
    assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
    assert.equal(error.details, 'The amount is below zero: interop €');

    const root = new protobuf.Root();
    root.resolvePath = (_, file) => file.startsWith('google/protobuf/') ? null : path.join(protoFolders[3], file);
    root.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto'], { keepCase: true });
    const status = root.lookupType('google.rpc.Status').decode(error.metadata.get('grpc-status-details-bin')[0]);
    const details = status.details.map(detail => root.lookupType(detail.type_url.split('/')[1]).decode(detail.value));
    assert.equal(status.code, 3);
    assert.equal(details[0].reason, 'AMOUNT_NEGATIVE');
    assert.equal(details[0].metadata.subject, 'interop');
    assert.equal(details[1].field_violations[0].field, 'amount_cents');
    assert.equal(details[1].field_violations[0].localized_message.locale, 'nl-NL');
  },

  async gzip() {
    const zipping = open(Echo, { 'grpc.default_compression_algorithm': gzip });
    const metadata = new grpc.Metadata();
    metadata.set('x-wire-tap', 'interop gzip');
    const text = 'g'.repeat(100000);
    const { answer } = await unary(zipping, 'Say', { text }, { metadata });
    assert.equal(answer.text, text);
  },

  async health() {
    const client = open(Health);
    assert.equal((await unary(client, 'Check', {})).answer.status, 'SERVING');
    assert.equal((await unary(client, 'Check', { service: 'nobody' })).error.code, grpc.status.NOT_FOUND);
    const watch = client.Watch({ service: 'regio.tests.v1.Echo' });
    assert.equal((await next(watch)).status, 'SERVING');
    watch.on('error', () => {});
    watch.cancel();
  },

  async reflection() {
    for (const Service of [Reflection, ReflectionAlpha]) {
      const { list_services_response: list } = await ask(Service, { list_services: '' });
      assert.ok(list.service.map(service => service.name).includes('regio.tests.v1.Echo'));

      const { file_descriptor_response: files } = await ask(Service, { file_containing_symbol: 'regio.tests.v1.Echo' });
      const root = protobuf.Root.fromDescriptor({ file: files.file_descriptor_proto.map(bytes => FileDescriptorProto.decode(bytes)) });
      assert.deepEqual(
        Object.keys(root.lookupService('regio.tests.v1.Echo').methods),
        ['Say', 'Collect', 'Repeat', 'Chat', 'Wait', 'Fail', 'Falter']);

      const { error_response: error } = await ask(Service, { file_containing_symbol: 'no.Such' });
      assert.equal(error.error_code, grpc.status.NOT_FOUND);
    }
  },
};

(async () => {
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(JSON.stringify({ name, fault: null }));
    } catch (fault) {
      console.log(JSON.stringify({ name, fault: String(fault.stack ?? fault) }));
    }
  }
  process.exit(0);
})();
