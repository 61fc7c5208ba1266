import { controlsOf } from './control.js';

/**
 * The paragraphs of articles 25 and 32 of the GDPR that manifests can be evidence for; the titles are ours.
 *
 * Source: Regulation (EU) 2016/679.
 */
export const gdpr = controlsOf('gdpr', {
  '25(1)': 'Data protection by design',
  '25(2)': 'Data protection by default',
  '32(1)': 'Security appropriate to the risk',
  '32(1)(a)': 'Pseudonymisation and encryption of personal data',
  '32(1)(b)': 'Ongoing confidentiality, integrity, availability and resilience',
  '32(1)(c)': 'Timely restoration of availability and access',
  '32(1)(d)': 'Regular testing of the security measures',
  '32(2)': 'Assessment of the risks of processing',
  '32(4)': 'Persons with access process data only on instructions',
});
