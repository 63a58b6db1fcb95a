/**
 * Owns a name on a D-Bus and answers nothing: what a hung service, or a prompt in front of which nobody sits,
 * looks like to whoever calls it. It speaks just the three messages of the wire protocol that this takes.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface SilentBusName {
  /** Settles when the first call comes that will not be answered. */
  called: Promise<void>
  close(): void
}

/** Takes `name` on the bus at the socket `path`; it is owned when this answers. */
export async function ownSilently(path: string, name: string): Promise<SilentBusName> {
  const socket = connect(path)
  await once(socket, 'connect')
  const userId = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${userId}\r\n`)
  await untilText(socket, 'OK ')
  socket.write('BEGIN\r\n')
  socket.write(methodCall(1, 'Hello'))
  socket.write(methodCall(2, 'RequestName', name))
  await untilText(socket, 'NameAcquired', name)
  const called = new Promise<void>((resolve) => {
    // After the name is ours, the bus itself only says that the request was granted (a method return, type 2).
    socket.on('data', (data) => {
      if (data.includes('org.freedesktop.Secret') || data.includes('org.gnome.keyring')) resolve()
    })
  })
  return { called, close: () => socket.destroy() }
}

function untilText(socket: Socket, ...texts: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = ''
    const read = (data: Buffer): void => {
      seen += data.toString('latin1')
      if (!texts.every((text) => seen.includes(text))) return
      socket.off('data', read)
      resolve()
    }
    socket.on('data', read)
    socket.once('close', () => reject(new Error(`The bus closed the connection before ${texts.join(', ')}`)))
  })
}

/** A call to the bus itself: `Hello`, or with a name `RequestName`. Little-endian, protocol version 1. */
function methodCall(serial: number, member: string, name: string | null = null): Buffer {
  const body = name === null ? Buffer.alloc(0) : padded(Buffer.concat([text(name)]), 4, uint32(0))
  const fields = [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text('org.freedesktop.DBus')),
    field(3, 's', text(member)),
    field(6, 's', text('org.freedesktop.DBus')),
    ...(name === null ? [] : [field(8, 'g', signature('su'))]),
  ].reduce((before, next) => padded(before, 8, next), Buffer.alloc(0))
  const head = Buffer.concat([
    Buffer.from(['l'.charCodeAt(0), 1, 0, 1]),
    uint32(body.length),
    uint32(serial),
    uint32(fields.length),
    fields,
  ])
  return padded(head, 8, body)
}

const field = (code: number, type: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([code]), signature(type), value])

const signature = (types: string): Buffer => Buffer.from(`${String.fromCharCode(types.length)}${types}\0`)

const text = (value: string): Buffer =>
  Buffer.concat([uint32(Buffer.byteLength(value)), Buffer.from(`${value}\0`)])

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** `before`, filled up to a multiple of `alignment`, and `next`. */
function padded(before: Buffer, alignment: number, next: Buffer): Buffer {
  const missing = (alignment - (before.length % alignment)) % alignment
  return Buffer.concat([before, Buffer.alloc(missing), next])
}
