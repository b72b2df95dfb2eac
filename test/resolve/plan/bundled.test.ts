import { describe, expect, test } from 'vitest';
import { bundledCatalog } from '../../support/compiled.ts';
import { blockedBy, plan, stepsOf } from './plans.ts';

const catalog = bundledCatalog();

describe('Kubernetes over three minors', () => {
  const made = plan(
    catalog,
    '  kubernetes: 1.31.4\n  istio: 1.24.2\n  cert-manager: 1.16.2\n  cilium: 1.16.5\n  kubelet: 1.31.4\n  metallb: 0.14.8\n',
    {
      kubernetes: '1.34.2',
      istio: '1.28.1',
      'cert-manager': '1.19.1',
      cilium: '1.18.2',
      kubelet: '1.34.2',
      metallb: '0.15.2',
    },
  );

  test('steps', () => {
    expect(stepsOf(made)).toEqual([]);
  });
});

test('OpenStack from one SLURP release to the next', () => {
  const made = plan(catalog, '  nova: 31.0.0\n  neutron: 26.0.0\n  cinder: 26.0.0\n  keystone: 27.0.0\n', {
    nova: '33.0.2',
    neutron: '28.0.1',
    cinder: '28.0.0',
    keystone: '29.0.2',
  });
  expect(stepsOf(made)).toEqual([]);
});
test('OpenStack from a release between', () => {
  const made = plan(catalog, '  nova: 30.0.0\n  neutron: 25.0.0\n', { nova: '33.0.2', neutron: '28.0.1' });
  expect(stepsOf(made)).toEqual([]);
});
test('OpenStack as a whole', () => {
  expect(stepsOf(plan(catalog, '  openstack: "2024.1"\n', { openstack: '2026.1' }))).toEqual([]);
  expect(stepsOf(plan(catalog, '  openstack: "2024.2"\n', { openstack: '2026.1' }))).toEqual([]);
});
test('RabbitMQ with Erlang', () => {
  expect(
    stepsOf(plan(catalog, '  rabbitmq: 3.11.5\n  erlang: "25.3"\n', { rabbitmq: '4.2.1', erlang: '27.3' })),
  ).toEqual([]);
});
test('Istio', () => {
  expect(stepsOf(plan(catalog, '  istio: 1.26.2\n', { istio: '1.29.1' }))).toEqual([]);
});
test('Rook and Ceph', () => {
  expect(
    stepsOf(
      plan(catalog, '  ceph: 18.2.4\n  rook: 1.14.0\n  kubernetes: 1.30.4\n', {
        ceph: '20.2.1',
        rook: '1.18.5',
        kubernetes: '1.34.2',
      }),
    ),
  ).toEqual([]);
});
test('GitLab', () => {
  expect(stepsOf(plan(catalog, '  gitlab: 16.5.1\n', { gitlab: '18.3.1' }))).toEqual([]);
});
test('blocked', () => {
  expect(
    blockedBy(plan(catalog, '  kubernetes: 1.33.1\n  cri-o: 1.33.1\n', { kubernetes: '1.34.2', 'cri-o': '1.34.0' })),
  ).toEqual([]);
  expect(
    blockedBy(plan(catalog, '  kubernetes: 1.33.1\n  rook: 1.17.1\n', { kubernetes: '1.35.1', rook: '1.18.5' })),
  ).toEqual([]);
});
