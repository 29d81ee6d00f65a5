import abnormalFiling from '../agencies/abnormal-filing.json' with { type: 'json' };
import agencyAffairs from '../agencies/affairs.json' with { type: 'json' };
import creditClocks from '../agencies/credit-clocks.json' with { type: 'json' };
import jointDiscipline from '../agencies/joint-discipline.json' with { type: 'json' };
import reports from '../agencies/reports.json' with { type: 'json' };
import madrid from '../madrid/madrid.json' with { type: 'json' };
import caseProcedure from '../offences/case-procedure.json' with { type: 'json' };
import annuities from '../patent/annuities.json' with { type: 'json' };
import patentFees from '../patent/fees.json' with { type: 'json' };
import highValue from '../patent/high-value.json' with { type: 'json' };
import reductions from '../patent/reductions.json' with { type: 'json' };
import patentTerms from '../patent/terms.json' with { type: 'json' };
import credit from '../programmes/credit.json' with { type: 'json' };
import enterprises from '../programmes/enterprises.json' with { type: 'json' };
import prohibitions from '../programmes/prohibitions.json' with { type: 'json' };
import projectTargets from '../programmes/project-targets.json' with { type: 'json' };
import standards from '../programmes/standards.json' with { type: 'json' };
import personalInformation from '../security/personal-information.json' with { type: 'json' };
import security from '../security/security.json' with { type: 'json' };
import trademarkFees from '../trademark/fees.json' with { type: 'json' };
import trademarkTerms from '../trademark/terms.json' with { type: 'json' };

/** Every data file of this folder; a test compares the list with the disk. */
export const lawFiles: readonly unknown[] = [
  abnormalFiling,
  reports,
  annuities,
  patentFees,
  reductions,
  patentTerms,
  highValue,
  trademarkTerms,
  trademarkFees,
  madrid,
  standards,
  enterprises,
  projectTargets,
  prohibitions,
  credit,
  creditClocks,
  security,
  personalInformation,
  jointDiscipline,
  agencyAffairs,
  caseProcedure,
];
