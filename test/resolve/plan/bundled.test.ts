import { describe, expect, test } from 'vitest';
import { bundledCatalog } from '../../support/compiled.ts';
import { blockedBy, movesOf, plan, stepsOf } from './plans.ts';

const catalog = bundledCatalog();

describe('Kubernetes over three minors', () => {
  test('with add-ons that move before it, and its kubelets behind it', () => {
    const components =
      '  kubernetes: 1.31.4\n  kubelet: 1.31.4\n  istio: 1.24.2\n  cert-manager: 1.16.2\n  cilium: 1.16.5\n  metallb: 0.14.8\n';
    const target = {
      kubernetes: '1.34.2',
      kubelet: '1.34.2',
      istio: '1.28.1',
      'cert-manager': '1.19.1',
      cilium: '1.18.2',
      metallb: '0.15.2',
    };
    expect(stepsOf(plan(catalog, components, target))).toEqual([
      'cilium 1.16.5 -> 1.17.18: Cilium goes one minor at a time.',
      'cilium 1.17.18 -> 1.18.2: Support for Cilium 1.17 ended on 2026-07-29.',
      'istio 1.24.2 -> 1.25.5: Comes before Kubernetes 1.32.13: Istio 1.24.2 supports Kubernetes 1.28 to 1.31, not 1.32.13. Istio goes one minor at a time.',
      'istio 1.25.5 -> 1.26.8: Comes before Kubernetes 1.33.13: Istio 1.25.5 supports Kubernetes 1.29 to 1.32, not 1.33.13. Istio goes one minor at a time.',
      'istio 1.26.8 -> 1.27.9: Comes before Kubernetes 1.34.2: Istio 1.26.8 supports Kubernetes 1.29 to 1.33, not 1.34.2. Istio goes one minor at a time.',
      'istio 1.27.9 -> 1.28.1: Comes before Kubernetes 1.34.2: Istio 1.27.9 supports Kubernetes 1.29 to 1.33, not 1.34.2.',
      'cert-manager 1.16.2 -> 1.17.4: Comes before Kubernetes 1.33.13: cert-manager 1.16.2 supports Kubernetes 1.25 to 1.32, not 1.33.13. cert-manager goes one minor at a time.',
      'cert-manager 1.17.4 -> 1.18.6: Comes before Kubernetes 1.34.2: cert-manager 1.17.4 supports Kubernetes 1.29 to 1.33, not 1.34.2. cert-manager goes one minor at a time.',
      'cert-manager 1.18.6 -> 1.19.1: Comes before Kubernetes 1.34.2: cert-manager 1.18.6 supports Kubernetes 1.29 to 1.33, not 1.34.2.',
      'kubernetes 1.31.4 -> 1.32.13: Comes before kubelet 1.32.13: kubelet 1.32.13 supports Kubernetes 1.32 to 1.35, not 1.31.4. Comes after Istio 1.25.5: Istio 1.24.2 supports Kubernetes 1.28 to 1.31, not 1.32.13.',
      'kubernetes 1.32.13 -> 1.33.13: Comes before kubelet 1.33.13: kubelet 1.33.13 supports Kubernetes 1.33 to 1.36, not 1.32.13. Comes after cert-manager 1.17.4: cert-manager 1.16.2 supports Kubernetes 1.25 to 1.32, not 1.33.13.',
      'kubernetes 1.33.13 -> 1.34.2: Comes before kubelet 1.34.2: kubelet 1.34.2 supports Kubernetes 1.34 to 1.37, not 1.33.13. Comes after cert-manager 1.19.1: cert-manager 1.18.6 supports Kubernetes 1.29 to 1.33, not 1.34.2.',
      'kubelet 1.31.4 -> 1.32.13: Comes after Kubernetes 1.32.13: kubelet 1.32.13 supports Kubernetes 1.32 to 1.35, not 1.31.4. kubelet goes one minor at a time.',
      'kubelet 1.32.13 -> 1.33.13: Comes after Kubernetes 1.33.13: kubelet 1.33.13 supports Kubernetes 1.33 to 1.36, not 1.32.13. kubelet goes one minor at a time.',
      'kubelet 1.33.13 -> 1.34.2: Comes after Kubernetes 1.34.2: kubelet 1.34.2 supports Kubernetes 1.34 to 1.37, not 1.33.13.',
      'metallb 0.14.8 -> 0.15.2: Nothing has to move before or after it.',
    ]);
  });

  test('with an add-on that has to move between', () => {
    const target = { kubernetes: '1.34.2', keda: '2.19.0' };
    expect(stepsOf(plan(catalog, '  kubernetes: 1.31.4\n  keda: 2.16.1\n', target))).toEqual([
      'keda 2.16.1 -> 2.18.3: Comes before Kubernetes 1.32.13: KEDA 2.16.1 supports Kubernetes 1.29 to 1.31, not 1.32.13. It is too early for KEDA 2.19.0: KEDA 2.19.0 supports Kubernetes 1.32 to 1.34, not 1.31.4.',
      'kubernetes 1.31.4 -> 1.32.13: Comes before KEDA 2.19.0: KEDA 2.19.0 supports Kubernetes 1.32 to 1.34, not 1.31.4. Comes after KEDA 2.18.3: KEDA 2.16.1 supports Kubernetes 1.29 to 1.31, not 1.32.13.',
      'keda 2.18.3 -> 2.19.0: Comes before Kubernetes 1.34.2: KEDA 2.18.3 supports Kubernetes 1.31 to 1.33, not 1.34.2. Comes after Kubernetes 1.32.13: KEDA 2.19.0 supports Kubernetes 1.32 to 1.34, not 1.31.4.',
      'kubernetes 1.32.13 -> 1.33.13: Comes after KEDA 2.18.3: KEDA 2.16.1 supports Kubernetes 1.29 to 1.31, not 1.33.13. Kubernetes goes one minor at a time.',
      'kubernetes 1.33.13 -> 1.34.2: Comes after KEDA 2.19.0: KEDA 2.18.3 supports Kubernetes 1.31 to 1.33, not 1.34.2.',
    ]);
  });

  test('with Rook, Ceph and the cluster that Rook runs in', () => {
    const target = { ceph: '20.2.1', rook: '1.18.5', kubernetes: '1.34.2' };
    const made = plan(catalog, '  ceph: 18.2.4\n  rook: 1.14.0\n  kubernetes: 1.30.4\n', target);
    expect(stepsOf(made)).toEqual([
      'rook 1.14.0 -> 1.15.9: Comes before Ceph 20.2.1: Rook 1.14.0 supports Ceph 17.2 up to but not including 19.0, not 20.2.1. Rook goes one minor at a time.',
      'rook 1.15.9 -> 1.16.9: Comes before Ceph 20.2.1: Rook 1.15.9 supports Ceph 17.2 up to but not including 20.0, not 20.2.1. Rook goes one minor at a time.',
      'rook 1.16.9 -> 1.17.9: Comes before Ceph 20.2.1: Rook 1.16.9 supports Ceph 18.2 up to but not including 20.0, not 20.2.1. Rook goes one minor at a time.',
      'rook 1.17.9 -> 1.18.5: Comes before Ceph 20.2.1: Rook 1.17.9 supports Ceph 18.2 up to but not including 20.0, not 20.2.1.',
      'ceph 18.2.4 -> 20.2.1: Comes after Rook 1.18.5: Rook 1.17.9 supports Ceph 18.2 up to but not including 20.0, not 20.2.1.',
      'kubernetes 1.30.4 -> 1.31.14: Comes after Rook 1.15.9: Rook 1.14.0 supports Kubernetes 1.25 to 1.30, not 1.31.14. Kubernetes goes one minor at a time.',
      'kubernetes 1.31.14 -> 1.32.13: Comes after Rook 1.16.9: Rook 1.15.9 supports Kubernetes 1.26 to 1.31, not 1.32.13. Kubernetes goes one minor at a time.',
      'kubernetes 1.32.13 -> 1.33.13: Comes after Rook 1.17.9: Rook 1.16.9 supports Kubernetes 1.27 to 1.32, not 1.33.13. Kubernetes goes one minor at a time.',
      'kubernetes 1.33.13 -> 1.34.2: Comes after Rook 1.18.5: Rook 1.17.9 supports Kubernetes 1.28 to 1.33, not 1.34.2.',
    ]);
  });
});

describe('OpenStack', () => {
  test('from one SLURP release to the next, service by service', () => {
    const target = { nova: '33.0.2', neutron: '28.0.1', cinder: '28.0.0', keystone: '29.0.2' };
    const made = plan(catalog, '  nova: 31.0.0\n  neutron: 26.0.0\n  cinder: 26.0.0\n  keystone: 27.0.0\n', target);
    expect(stepsOf(made)).toEqual([
      'nova 31.0.0 -> 33.0.2: Support for OpenStack Nova 31 ended on 2026-10-02.',
      'neutron 26.0.0 -> 28.0.1: Support for OpenStack Neutron 26 ended on 2026-10-02.',
      'cinder 26.0.0 -> 28.0.0: Support for OpenStack Cinder 26 ended on 2026-10-02.',
      'keystone 27.0.0 -> 29.0.2: Support for OpenStack Keystone 27 ended on 2026-10-02.',
    ]);
  });

  test('with the whole pinned beside its services: it is of another series while the upgrade runs', () => {
    const target = { openstack: '2026.1', nova: '33.0.2', neutron: '28.0.1' };
    const made = plan(catalog, '  openstack: "2025.1"\n  nova: 31.0.0\n  neutron: 26.0.0\n', target);
    expect(movesOf(made)).toEqual(['openstack 2025.1 -> 2026.1', 'nova 31.0.0 -> 33.0.2', 'neutron 26.0.0 -> 28.0.1']);
    expect(
      made.steps.map(({ findings }) =>
        findings.filter(({ code }) => code !== 'end-of-life').map(({ message }) => message),
      ),
    ).toEqual([
      [
        'OpenStack 2026.1 supports OpenStack Nova 33, not 31.0.0.',
        'OpenStack 2026.1 supports OpenStack Neutron 28, not 26.0.0.',
      ],
      ['OpenStack 2026.1 supports OpenStack Neutron 28, not 26.0.0.'],
      [],
    ]);
    const torn = plan(catalog, '  openstack: "2025.1"\n  nova: 31.0.0\n', { openstack: '2026.1' });
    expect(blockedBy(torn)).toEqual([
      'openstack 2025.1 -> 2026.1: OpenStack 2026.1 supports OpenStack Nova 33, not 31.0.0. [https://github.com/openstack/releases/blob/master/deliverables/gazpacho/nova.yaml,https://github.com/openstack/releases/blob/master/deliverables/epoxy/nova.yaml]',
      'nova 31.0.0 -> 31.0.0: nova stays at 31.0.0. OpenStack 2026.1 supports OpenStack Nova 33, not 31.0.0. [https://github.com/openstack/releases/blob/master/deliverables/gazpacho/nova.yaml,https://github.com/openstack/releases/blob/master/deliverables/epoxy/nova.yaml]',
    ]);
  });

  test('from a release between two SLURP releases', () => {
    const made = plan(catalog, '  nova: 30.0.0\n  neutron: 25.0.0\n', { nova: '33.0.2', neutron: '28.0.1' });
    expect(stepsOf(made)).toEqual([
      'neutron 25.0.0 -> 26.0.5: Comes before OpenStack Nova 33.0.2: OpenStack Neutron 25.0.0 belongs to openstack 2024.2, as does OpenStack Nova 30, not 33.0.2. OpenStack Neutron goes with its series. OpenStack goes one minor at a time, or from one long-term release to the next.',
      'nova 30.0.0 -> 31.0.1: Comes before OpenStack Neutron 28.0.1: OpenStack Nova 30.0.0 belongs to openstack 2024.2, as does OpenStack Neutron 25, not 28.0.1. Nova of 2026.1 refuses services older than Epoxy (2025.1).',
      'nova 31.0.1 -> 33.0.2: Comes after OpenStack Neutron 26.0.5: OpenStack Nova 33.0.2 belongs to openstack 2026.1, as does OpenStack Neutron 28, not 25.0.0. Support for OpenStack Nova 31 ended on 2026-10-02.',
      'neutron 26.0.5 -> 28.0.1: Comes after OpenStack Nova 31.0.1: OpenStack Neutron 28.0.1 belongs to openstack 2026.1, as does OpenStack Nova 33, not 30.0.0. Support for OpenStack Neutron 26 ended on 2026-10-02.',
    ]);
  });

  test('as a whole', () => {
    expect(movesOf(plan(catalog, '  openstack: "2024.1"\n', { openstack: '2026.1' }))).toEqual([
      'openstack 2024.1 -> 2025.1',
      'openstack 2025.1 -> 2026.1',
    ]);
    expect(movesOf(plan(catalog, '  openstack: "2024.2"\n', { openstack: '2026.1' }))).toEqual([
      'openstack 2024.2 -> 2025.1',
      'openstack 2025.1 -> 2026.1',
    ]);
  });
});

test('RabbitMQ with Erlang', () => {
  const made = plan(catalog, '  rabbitmq: 3.11.5\n  erlang: "25.3"\n', { rabbitmq: '4.2.1', erlang: '27.3' });
  expect(stepsOf(made)).toEqual([
    'rabbitmq 3.11.5 -> 3.11.28: Comes before Erlang/OTP 26.2.5.21: RabbitMQ 3.11.5 supports Erlang/OTP 25.0 to 25.3, not 26.2.5.21. RabbitMQ 4.2.1 is reached from 3.13 to 4.1.',
    'rabbitmq 3.11.28 -> 3.12.14: Comes before Erlang/OTP 26.2.5.21: RabbitMQ 3.11.28 supports Erlang/OTP 25.0 to 25.3, not 26.2.5.21. RabbitMQ 4.2.1 is reached from 3.13 to 4.1.',
    'erlang 25.3 -> 26.2.5.21: Comes before RabbitMQ 3.13.7: RabbitMQ 3.13.7 does not work with Erlang/OTP 25.3. A node refuses to start below Erlang 26. Comes after RabbitMQ 3.12.14: RabbitMQ 3.11.28 supports Erlang/OTP 25.0 to 25.3, not 26.2.5.21.',
    'rabbitmq 3.12.14 -> 3.13.7: Comes after Erlang/OTP 26.2.5.21: RabbitMQ 3.13.7 does not work with Erlang/OTP 25.3. A node refuses to start below Erlang 26. RabbitMQ 4.2.1 is reached from 3.13 to 4.1.',
    'rabbitmq 3.13.7 -> 4.2.1: Comes before Erlang/OTP 27.3: RabbitMQ 3.13.7 supports Erlang/OTP 26.0 to 26.2, not 27.3. Comes after Erlang/OTP 26.2.5.21: RabbitMQ 4.2.1 does not work with Erlang/OTP 25.3. A node refuses to start below Erlang 26.',
    'erlang 26.2.5.21 -> 27.3: Comes after RabbitMQ 4.2.1: RabbitMQ 3.13.7 supports Erlang/OTP 26.0 to 26.2, not 27.3. Support for Erlang/OTP 26 ended on 2026-05-26.',
  ]);
});

test('Istio within its skew', () => {
  expect(stepsOf(plan(catalog, '  istio: 1.26.2\n', { istio: '1.29.1' }))).toEqual([
    'istio 1.26.2 -> 1.27.9: Istio goes one minor at a time.',
    'istio 1.27.9 -> 1.28.10: Istio goes one minor at a time.',
    'istio 1.28.10 -> 1.29.1: Nothing has to move before or after it.',
  ]);
});

test('GitLab by way of its required stops', () => {
  expect(movesOf(plan(catalog, '  gitlab: 16.5.1\n', { gitlab: '18.3.1' }))).toEqual([
    'gitlab 16.5.1 -> 16.7.10',
    'gitlab 16.7.10 -> 16.11.10',
    'gitlab 16.11.10 -> 17.5.5',
    'gitlab 17.5.5 -> 17.8.7',
    'gitlab 17.8.7 -> 17.11.7',
    'gitlab 17.11.7 -> 18.2.8',
    'gitlab 18.2.8 -> 18.3.1',
  ]);
});

describe('a target that cannot be reached', () => {
  test('CRI-O supports one minor of Kubernetes, so the two would have to move at once', () => {
    const made = plan(catalog, '  kubernetes: 1.33.1\n  cri-o: 1.33.1\n  istio: 1.27.1\n', {
      kubernetes: '1.34.2',
      'cri-o': '1.34.0',
      istio: '1.28.1',
    });
    expect(blockedBy(made)).toEqual([
      'kubernetes 1.33.1 -> 1.34.2: CRI-O 1.33.1 supports Kubernetes 1.33, not 1.34.2. [https://github.com/cri-o/cri-o/blob/main/README.md]',
      'cri-o 1.33.1 -> 1.34.0: CRI-O 1.34.0 supports Kubernetes 1.34, not 1.33.1. [https://github.com/cri-o/cri-o/blob/main/README.md]',
    ]);
  });

  test('the target itself is outside of what Rook supports', () => {
    const made = plan(catalog, '  kubernetes: 1.33.1\n  rook: 1.17.1\n', { kubernetes: '1.35.1', rook: '1.18.5' });
    expect(blockedBy(made)).toEqual([
      'kubernetes 1.33.1 -> 1.35.1: Rook 1.18.5 supports Kubernetes 1.29 to 1.34, not 1.35.1. [https://github.com/rook/rook/blob/v1.18.11/Documentation/Getting-Started/Prerequisites/prerequisites.md]',
      'rook 1.17.1 -> 1.18.5: Rook 1.18.5 supports Kubernetes 1.29 to 1.34, not 1.35.1. [https://github.com/rook/rook/blob/v1.18.11/Documentation/Getting-Started/Prerequisites/prerequisites.md]',
    ]);
  });
});
