import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import { isRefusal, readServiceError, unknownWords } from '../../../../src/issuers/namespace/service-error.js';

function answer(status: number, json: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    text: JSON.stringify(json),
    json,
    what: 'POST x',
  };
}

const MISSING = 'namespace.cloud.iam.v1beta.PermissionDeniedError';
const REQUEST_ID = 'foundation.std.protocol.RequestID';

const encode = (writer: BinaryWriter) => Buffer.from(writer.finish()).toString('base64');

/** A permission by the fields of the schema: 1 the type, 2 the id, 3 the action. */
function permission(fields: Readonly<Record<number, string>>): Uint8Array {
  const writer = new BinaryWriter();
  for (const [number, text] of Object.entries(fields))
    writer.tag(Number(number), WireType.LengthDelimited).string(text);
  return writer.finish();
}

const permissions = (...all: readonly Uint8Array[]) =>
  all.reduce((writer, bytes) => writer.tag(1, WireType.LengthDelimited).bytes(bytes), new BinaryWriter());

const LIST = permission({ 1: 'token/revokable', 3: 'list' });

const errorWith = (...details: readonly unknown[]) =>
  readServiceError(answer(403, { code: 'permission_denied', message: 'no', details }));

describe('a permission that Namespace says is missing', () => {
  it.each<[string, Readonly<Record<number, string>>, readonly string[]]>([
    ['on a resource', { 1: 'builder', 2: 'b1', 3: 'ensure' }, ['builder: ensure on b1']],
    ['on all resources', { 1: 'builder', 2: '*', 3: 'ensure' }, ['builder: ensure']],
    ['on no resource', { 1: 'builder', 3: 'ensure' }, ['builder: ensure']],
    ['on an empty one', { 1: 'builder', 2: '', 3: 'ensure' }, ['builder: ensure']],
    ['without a type', { 2: 'b1', 3: 'ensure' }, []],
    ['without an action', { 1: 'builder', 2: 'b1' }, []],
    ['of more than 127 bytes', { 1: 'b'.repeat(300), 3: 'ensure' }, [`${'b'.repeat(300)}: ensure`]],
  ])('is told as it is written in grants: %s', (_what, fields, missing) => {
    expect(errorWith({ type: MISSING, value: encode(permissions(permission(fields))) })?.missing).toEqual(missing);
  });

  it.each<[string, (writer: BinaryWriter) => BinaryWriter]>([
    ['a number', (writer) => writer.tag(9, WireType.Varint).uint32(300)],
    ['a number of eight bytes', (writer) => writer.tag(9, WireType.Bit64).fixed64(1n)],
    ['a number of four bytes', (writer) => writer.tag(9, WireType.Bit32).fixed32(7)],
    ['a text', (writer) => writer.tag(9, WireType.LengthDelimited).string('of another field')],
    ['a number with a large tag', (writer) => writer.tag(4_000, WireType.Varint).uint32(0)],
  ])('is found behind a field that is not known: %s', (_what, write) => {
    const value = encode(write(new BinaryWriter()).tag(1, WireType.LengthDelimited).bytes(LIST));
    expect(errorWith({ type: MISSING, value })?.missing).toEqual(['token/revokable: list']);
  });

  it.each<[string, (writer: BinaryWriter) => BinaryWriter]>([
    ['a group', (writer) => writer.tag(2, WireType.StartGroup).tag(1, WireType.LengthDelimited).bytes(LIST)],
    [
      'a type of field that does not exist',
      (writer) => writer.raw(Uint8Array.of(0x16)).tag(1, WireType.LengthDelimited).bytes(LIST),
    ],
    ['a text that is longer than the rest', (writer) => writer.raw(Uint8Array.of(0x0a, 0x14, 0x0a, 0x0f, 0x74))],
    ['a permission that was cut off', (writer) => writer.raw(Uint8Array.of(0x0a, LIST.length + 1, ...LIST))],
    [
      'a group with two numbers',
      (writer) =>
        writer
          .tag(2, WireType.StartGroup)
          .raw(Uint8Array.of(8, 1, 8, 1))
          .tag(1, WireType.LengthDelimited)
          .bytes(LIST),
    ],
    ['a length without an end', (writer) => writer.raw(Uint8Array.of(0x0a, 0x80))],
    ['a tag without an end', (writer) => writer.raw(Uint8Array.of(0x80))],
  ])('is told when it stands before what cannot be read: %s', (_what, write) => {
    expect(errorWith({ type: MISSING, value: encode(write(permissions(LIST))) })?.missing).toEqual([
      'token/revokable: list',
    ]);
  });

  it('is told among details of other shapes', () => {
    const value = encode(permissions(LIST));
    expect(
      errorWith({ type: 7, value }, { type: MISSING, value: 7 }, { type: MISSING }, { value }, null, {
        type: `type.googleapis.com/${MISSING}`,
        value,
      })?.missing,
    ).toEqual(['token/revokable: list']);
  });

  it.each([
    ['is given', 'req-1', 'permission_denied: no; request id req-1'],
    ['is as long as a trace', 'r'.repeat(200), `permission_denied: no; request id ${'r'.repeat(200)}`],
  ])('is looked up by the id of the request, which %s', (_what, id, words) => {
    const value = encode(new BinaryWriter().tag(1, WireType.LengthDelimited).string(id));
    expect(errorWith({ type: REQUEST_ID, value })).toEqual({ code: 'permission_denied', words, missing: [] });
  });

  it('may come without an id of the request', () => {
    expect(errorWith({ type: REQUEST_ID, value: '' })?.words).toBe('permission_denied: no');
  });
});

describe('the code of an error', () => {
  /** connectrpc.com/docs/protocol, "Error codes", with the numbers of gRPC, and whether surely nothing was done. */
  it.each<[number, string, boolean]>([
    [1, 'canceled', false],
    [2, 'unknown', false],
    [3, 'invalid_argument', true],
    [4, 'deadline_exceeded', false],
    [5, 'not_found', true],
    [6, 'already_exists', true],
    [7, 'permission_denied', true],
    [8, 'resource_exhausted', false],
    [9, 'failed_precondition', true],
    [10, 'aborted', false],
    [11, 'out_of_range', true],
    [12, 'unimplemented', true],
    [13, 'internal', false],
    [14, 'unavailable', false],
    [15, 'data_loss', false],
    [16, 'unauthenticated', true],
  ])('%d is %s, and with a status of 4xx surely nothing was done: %s', (number, code, refused) => {
    for (const given of [number, code]) {
      const error = readServiceError(answer(400, { code: given }));
      if (error === undefined) throw new Error('not read');
      expect(error).toEqual({ code, words: code, missing: [] });
      expect([399, 400, 499, 500].filter((status) => isRefusal(answer(status, {}), error))).toEqual(
        refused ? [400, 499] : [],
      );
    }
  });

  it.each([0, 'ok', 17, -1, 1.5, '7', null, true])('is none when it is %j', (code) => {
    expect(readServiceError(answer(400, { code, message: 'x' }))).toBeUndefined();
  });

  it.each([
    [399, undefined],
    [400, 'internal'],
  ])('counts with status %d as %s', (status, code) => {
    expect(readServiceError(answer(status, { code: 'internal' }))?.code).toBe(code);
  });

  it.each(['text', 7, null, undefined])('is not found in %j', (json) => {
    expect(readServiceError(answer(400, json))).toBeUndefined();
  });
});

describe('what an answer says that is none of the service', () => {
  const long = 'w'.repeat(1_000);
  it.each<[string, HttpAnswer, string]>([
    ['nothing', answer(502, {}), ''],
    ['null', answer(502, null), ''],
    ['a message', answer(502, { message: 'blocked' }), ': blocked'],
    ['a message of the service', answer(403, { code: 7, message: 'no' }), ': permission_denied: no'],
    ['a header', answer(200, {}, { 'grpc-message': 'no%20trust' }), ': no trust'],
    ['a header and a message', answer(200, { message: 'blocked' }, { 'grpc-message': 'no' }), ': no'],
    ['a header of 1,000 characters', answer(200, {}, { 'grpc-message': long }), `: ${long}`],
    ['a longer header', answer(502, { message: 'blocked' }, { 'grpc-message': `${long}w` }), ': blocked'],
    ['a message of an answer that is no error', answer(200, { message: 'blocked' }), ''],
  ])('is told behind a colon: %s', (_what, received, words) => {
    expect(unknownWords(received)).toBe(words);
  });
});
