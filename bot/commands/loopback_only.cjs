// Preloaded into the Playground, which listens on every interface, answers any name and has no setting
// against either: with this it can be reached from this machine alone, by this machine's own names, from
// its own page, and it calls nobody else.
'use strict'
const http = require('node:http')
const net = require('node:net')

const LOOPBACK = '127.0.0.1'
const NAMES = new Set(['localhost', LOOPBACK, '::1', '[::1]'])

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  const onListening = args.find((arg) => typeof arg === 'function')
  const asked = args[0] !== null && typeof args[0] === 'object' ? args[0].port : args[0]
  const port = Number(asked)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    // Port 0 is what the Playground asks for when the one it was given is taken.
    process.stderr.write('loopback_only: the port asked for is taken\n')
    process.exit(98)
  }
  return listen.call(this, { port, host: LOOPBACK }, ...(onListening ? [onListening] : []))
}

function isOurs (server, request) {
  const address = server.address()
  if (address === null) return false
  const hosts = [...NAMES].map((name) => `${name}:${address.port}`)
  const { host, origin } = request.headers
  return hosts.includes(host) && (origin === undefined || hosts.some((name) => origin === `http://${name}`))
}

const emit = http.Server.prototype.emit
http.Server.prototype.emit = function (event, request, ...rest) {
  if (event !== 'request' && event !== 'upgrade') return emit.call(this, event, request, ...rest)
  if (!isOurs(this, request)) {
    request.socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    return true
  }
  if (event === 'request') {
    rest[0].setHeader(
      'Content-Security-Policy',
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors 'none'"
    )
  }
  return emit.call(this, event, request, ...rest)
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const host = first !== null && typeof first === 'object' ? (first.path ?? first.host) : args[1]
  if (host === undefined || typeof host === 'function' || NAMES.has(host)) return connect.apply(this, args)
  process.nextTick(() => this.destroy(new Error(`loopback_only: ${host} is not this machine`)))
  return this
}
