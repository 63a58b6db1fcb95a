import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeLeftovers, writeFileAtomically } from '../../../../src/main/files/atomic-file.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-files-'))
  file = join(folder, 'list.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a file written atomically', () => {
  it('holds all pieces, and the bytes are counted', async () => {
    expect(await writeFileAtomically(file, ['Şişli ', 'İzmir'])).toBe(14)
    expect(await readFile(file, 'utf8')).toBe('Şişli İzmir')
    expect(await readdir(folder)).toEqual(['list.json'])
  })

  it.skipIf(process.platform === 'win32')('is for its owner alone, whatever it was before', async () => {
    await writeFile(file, 'old')
    await chmod(file, 0o644)
    await writeFileAtomically(file, ['new'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('stands as it was, with nothing beside it, when what is written fails on the way', async () => {
    await writeFile(file, 'old')
    async function* failing(): AsyncGenerator<string> {
      yield await Promise.resolve('half')
      throw new Error('no more')
    }
    await expect(writeFileAtomically(file, failing())).rejects.toThrow('no more')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['list.json'])
  })

  it('leaves nothing where the rename is refused', async () => {
    await mkdir(join(file, 'a folder of the same name'), { recursive: true })
    await expect(writeFileAtomically(file, ['new'])).rejects.toMatchObject({
      code: expect.any(String) as string,
    })
    expect(await readdir(folder)).toEqual(['list.json'])
  })

  it('fails with the system error where there is no folder', async () => {
    await expect(writeFileAtomically(join(folder, 'gone', 'list.json'), ['new'])).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

describe('what a killed write left behind', () => {
  it('is removed, and nothing else', async () => {
    const others = [
      'list.json',
      '.list.json.notes.part',
      '.other.json.0123abcd.part',
      'list.json.damaged-2026',
    ]
    for (const name of [...others, '.list.json.0123abcd.part']) await writeFile(join(folder, name), '')
    await removeLeftovers(file)
    expect(await readdir(folder)).toEqual(others.sort())
  })

  it('is no concern where there is no folder', async () => {
    await expect(removeLeftovers(join(folder, 'gone', 'list.json'))).resolves.toBeUndefined()
  })
})
