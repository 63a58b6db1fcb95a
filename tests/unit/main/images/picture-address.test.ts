import { describe, expect, it } from 'vitest'
import { mayFetchPicture, parsePictureAddress } from '../../../../src/main/images/picture-address.ts'

const store = 'https://shop.example.com'

describe('parsePictureAddress', () => {
  it.each([
    ['https://cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    ['//cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    ['/media/a.jpg', 'https://shop.example.com/media/a.jpg'],
    ['https://cdn.example.com/ürün.jpg#top', 'https://cdn.example.com/%C3%BCr%C3%BCn.jpg'],
  ])('reads %s', (address, expected) => {
    expect(parsePictureAddress(address, store)?.href).toBe(expected)
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'ftp://cdn.example.com/a.jpg',
    'https://user:secret@cdn.example.com/a.jpg',
    'https://{cdn_url}/a.jpg',
    `https://cdn.example.com/${'a'.repeat(4001)}`,
  ])('refuses %s', (address) => {
    expect(parsePictureAddress(address, store)).toBeNull()
  })

  it('needs an absolute address where the store is not known', () => {
    expect(parsePictureAddress('/media/a.jpg', null)).toBeNull()
  })
})

describe('mayFetchPicture', () => {
  const ask = (url: string, storeOrigin: string | null, addresses: string[] | Error = ['93.184.216.34']) =>
    mayFetchPicture(new URL(url), storeOrigin, () =>
      addresses instanceof Error ? Promise.reject(addresses) : Promise.resolve(addresses),
    )

  it('passes a public host', async () => {
    expect(await ask('https://cdn.example.com/a.jpg', store)).toBe(true)
  })

  it('refuses a name that leads into a private network, even among public addresses', async () => {
    expect(await ask('https://cdn.example.com/a.jpg', store, ['93.184.216.34', '10.0.0.5'])).toBe(false)
    expect(await ask('https://cdn.example.com/a.jpg', store, ['::1'])).toBe(false)
  })

  it('refuses private addresses, however they are written', async () => {
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '[::ffff:10.0.0.1]',
      'localhost',
      'a.localhost',
      '169.254.169.254',
    ]) {
      expect(await ask(`http://${host}/a.jpg`, store)).toBe(false)
    }
  })

  it('allows the host that the store itself is on', async () => {
    expect(await ask('http://10.0.0.5:9000/a.jpg', 'https://10.0.0.5')).toBe(true)
    expect(await ask('http://oms.local/a.jpg', 'https://oms.local', ['10.0.0.5'])).toBe(true)
    expect(await ask('http://localhost:9000/a.jpg', 'http://127.0.0.1:8000')).toBe(true)
    expect(await ask('http://10.0.0.6/a.jpg', 'https://10.0.0.5')).toBe(false)
    expect(await ask('http://10.0.0.5/a.jpg', 'http://127.0.0.1:8000')).toBe(false)
  })

  it('leaves a name that only a proxy may know to the fetch', async () => {
    expect(await ask('https://cdn.example.com/a.jpg', store, new Error('ENOTFOUND'))).toBe(true)
  })
})
