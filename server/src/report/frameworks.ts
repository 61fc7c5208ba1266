import type { FrameworkId } from '../kit/index.js';

/** The frameworks by the names that their publishers give them. */
export const FRAMEWORK_TITLES: Readonly<Record<FrameworkId, string>> = {
  pss: 'Kubernetes Pod Security Standards',
  cis: 'CIS Kubernetes Benchmark',
  nsa: 'NSA/CISA Kubernetes Hardening Guide',
  mitre: 'MITRE ATT&CK for Containers',
  'nist-800-53': 'NIST SP 800-53',
  'nist-800-190': 'NIST SP 800-190',
  'pci-dss': 'PCI DSS',
  soc2: 'SOC 2 Trust Services Criteria',
  hipaa: 'HIPAA Security Rule',
  gdpr: 'GDPR',
  'iso-27001': 'ISO/IEC 27001',
};
