import type { Site } from './site.ts';

const HOSTS = ['vms', 'use1-vms', 'euw1-vms', 'aps1-vms', 'id', 'use1-id', 'euw1-id', 'aps1-id'];

/**
 * VIGI VMS Cloud and the TP-Link ID pages it may send its users to. One site,
 * because one log-in crosses from the portal to the identity host and back.
 */
export const vmsCloud: Site = {
  id: 'vms-cloud',
  name: 'VIGI VMS Cloud',
  origins: HOSTS.map((host) => `https://${host}.tplinkcloud.com`),
  issuer: 'TP-Link',
};

const FAMILY = /(?:^|\.)(?:tplinkcloud\.com|tp-link\.com|tapo\.com|kasasmart\.com)$/u;

/** Whether a page of `host` is one of TP-Link's, whose products each have a second factor of their own. */
export function isTpLinkHost(host: string): boolean {
  return FAMILY.test(host);
}

/** Where its users begin. */
export const VMS_CLOUD_START = 'https://vms.tplinkcloud.com/';
