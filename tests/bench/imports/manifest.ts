import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An account that must come out of a sample; `also` has other right values by field. */
export interface ExpectedAccount {
  readonly type: string;
  readonly issuer: string;
  readonly label: string;
  /** Base32 of the bytes, capitals, no padding, loose bits zero. */
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period?: number;
  readonly counter?: number;
  readonly also?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Refusing it for this reason is right, too. */
  readonly orRefuse?: string;
}

export interface ExpectedRefusal {
  readonly name?: string;
  readonly line?: number;
  readonly why: string;
}

export interface Sample {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  /** core is promised; extra is imported exactly, or refused as a whole. */
  readonly tier: 'core' | 'extra';
  readonly odd?: boolean;
  readonly password?: string;
  readonly wrongPassword?: string;
  readonly expect: {
    readonly file: 'ok' | 'refused';
    readonly why?: string;
    readonly accounts: readonly ExpectedAccount[];
    readonly refused?: readonly ExpectedRefusal[];
    readonly missingCodes?: number;
  };
}

/** The samples of a folder's dev.json and held.json, each with its bytes. */
export function readSamples(folder: string): readonly { sample: Sample; bytes: Buffer }[] {
  const manifests = ['dev', 'held'].filter((name) => existsSync(path.join(folder, `${name}.json`)));
  if (manifests.length === 0) throw new Error(`no dev.json and no held.json in ${folder}`);
  return manifests.flatMap((name) => {
    const text = readFileSync(path.join(folder, `${name}.json`), 'utf8');
    const { samples } = JSON.parse(text) as { samples: readonly Sample[] };
    return samples.map((sample) => {
      const places = [path.join(folder, name, sample.file), path.join(folder, sample.file)];
      const place = places.find((one) => existsSync(one));
      if (place === undefined) throw new Error(`no file for ${sample.id}`);
      return { sample, bytes: readFileSync(place) };
    });
  });
}
