import { controlsOf } from './control.js';

/**
 * The criteria of SOC 2 that manifests can be evidence for; the titles are shortened, not quoted.
 *
 * Edition: AICPA, 2017 Trust Services Criteria with revised points of focus of 2022.
 */
export const soc2 = controlsOf('soc2', {
  'CC5.2': 'General control activities over technology',
  'CC6.1': 'Logical access security over protected information assets',
  'CC6.2': 'Users are registered and authorized before credentials are issued',
  'CC6.3': 'Access by role, least privilege and segregation of duties',
  'CC6.6': 'Protection against threats from outside the system boundaries',
  'CC6.7': 'Transmission, movement and removal of information are restricted',
  'CC6.8': 'Unauthorized or malicious software is prevented or detected',
  'CC7.1': 'Configuration changes and vulnerabilities are detected',
  'CC7.2': 'System components are monitored for anomalies',
  'CC7.3': 'Security events are evaluated',
  'CC7.4': 'Security incidents are responded to',
  'CC7.5': 'Recovery from security incidents',
  'CC8.1': 'Changes are authorized, tested, approved and implemented',
  'CC9.1': 'Risks of business disruption are mitigated',
  'CC9.2': 'Risks of vendors and business partners are managed',
  'A1.1': 'Processing capacity is monitored and managed',
  'A1.2': 'Environmental protection, backup and recovery infrastructure',
  'A1.3': 'Recovery plans are tested',
  'C1.1': 'Confidential information is identified and maintained',
  'C1.2': 'Confidential information is disposed of',
});
