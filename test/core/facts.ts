/** What each item of the source asks, in its own nouns and verbs, and what binds in it; read against the source by hand. */

/**
 * By item or group: figures and the words that make a demand stricter or looser, in the order of requirement, evidence
 * and what does not count. An item that is not here has none.
 */
export const BINDING: Readonly<Record<string, string>> = {
  "1.1": "must, must, if, suffice, not",
  "1.2": "suffice",
  "1.3": "may, must",
  "1.5": "at least",
  "1.6": "at least, 3, at least, 1, may, must, each, 12, 18 months",
  "2.1": "should, should, no more than, 30 minutes",
  "2.2": "12 months",
  "3.1":
    "must, all, 23, only, if, all, each, if, no, exclusively, not, all, 3.1, should, if, no, 6, may",
  "4.1": "may",
  "4.2.3": "at least, 1",
  "4.2.5": "at least, 1",
  "4.3.1": "3, 12, 18 months",
  "4.3.2": "if, not, 2, all, may, 4.3.1",
  "4.4.2": "must, must, each",
  "5.5": "not",
  "5.6": "at least, 1, may",
  "5.8": "must, at least, 90 %, 6 months, must, must",
  "6.1": "must, 3, 12, 18 months, 6.1, 3, 12, 18 months",
  "6.1.7": "each, at least, 2, if",
  "7.1": "must, should, each, alternatively, if, sufficient",
  "7.2": "each, alternatively, if, sufficient",
  "8.1.1": "may, 27001",
  "8.1.3": "may, 27001",
  "8.1.4": "all",
  "8.1.5": "not",
  "8.1.8": "all, must",
  "8.1.9": "should, not, 2, 2017, 1, 2017",
  "8.1.10": "all",
  "8.2.1": "recommended",
  "8.2.2": "must, must",
  "8.2.4": "all, only, without, may, must, all",
  "8.3": "without, 509, all, 3, 1",
  "8.4": "not, should, 12 months, 22301, may",
  "9.1": "24x7, may, 24x7, 8x5, must, without, 24 hours, must, 20000, may",
  "9.2.1": "must, alternatively, 20000",
  "9.3": "each",
  "9.3.1": "must",
  "9.3.2": "each",
  "9.3.3": "each",
  "9.3.4": "must",
  "9.3.5": "must, must",
  "9.4": "no",
  "9.5": "all, must, should",
  "9.6.1": "must, must, should, should",
  "9.6.2": "should, should, 2",
  "9.6.3": "should, should, 2",
  "9.7": "should",
  "9.9.1": "all, should, should, should, if, alternatively, 20000",
  "9.9.2": "not",
  "9.10.1": "all, must, alternatively, 20000",
  "9.10.2": "alternatively, 20000",
  "9.11.1": "no, all, alternatively, 20000",
  "9.11.2": "all, may, must, may, alternatively, 20000",
  "9.13.2": "must",
  "9.13.3": "recommended",
  "9.14": "recommended, should, should",
  "9.15.1": "should, should, should, 1",
  "9.15.2": "may",
  "10.1": "may",
  "11.2.1": "may, may",
  "11.2.2": "may, recommended",
  "12.2": "not",
  "13.1": "recommended",
  "14.1": "not",
};

/** By item or group: words without which a clause of the source is lost, parted by bars. Every clause has some. */
export const NAMED: Readonly<Record<string, string>> = {
  "1.1":
    "financial health | assessed regularly | Dun and Bradstreet | Financial Stress Score | Supplier Evaluation Risk Rating | or an equivalent | data protection | monitor and maintain | recommending efficiencies | viable business | divestitures in process | material to delivering | Credit Reports | region’s equivalent | proof that the partner assesses | when risks are identified | for publicly traded companies | public securities filings of the most recent period | statements on the company’s own website",
  "1.2":
    "processes that are in place | forecasting | budgeting | review of financial metrics | how finances are planned | metrics are collected and reviewed | for publicly traded companies",
  "1.3":
    "areas in which the business is at risk | mitigate them documented | financial risks | age and maturity | rapid growth | losing large deals | documented risk analysis | current progress",
  "1.4": "succession plan is in place | loss of key leadership staff | documented succession plan",
  "1.5":
    "captured objectively | formal survey process | documentation of the feedback | actions taken on it",
  "1.6":
    "AWS customer references | cited publicly | new within the last | new engagements of an existing customer | current customer who pays",
  "2.1":
    "sets the stage | next generation | traditional on-premise or hosted | automation enabled by DevOps | history | office locations | headcount | number, size, industry | differentiators | AWS partnership | APN participation | changes and improvements since the last audit | delivered in the validation meeting",
  "2.2":
    "publicizes how | traditional on-premise or hosted | automation enabled by DevOps | blog posts | press articles | videos and the like | information on next generation | published within",
  "3.1":
    "fluent in | met only if | examples of customer solutions using it | hypothetical use case | where to consider | how the partner supports it | alone or in a solution of several | waives services not available | showing knowledge | no earlier audit reviewed | use cases and descriptions | solution designs of section",
  "4.1":
    "business demand | determined and provided | personnel and infrastructure | resource planning documentation | available for the demand | Certified Solutions Architect Professionals | number of customers",
  "4.2.1":
    "overview of the job roles | support the AWS business | document or spreadsheet | job title | % of time | trainings or certifications | relevant to the industry",
  "4.2.2":
    "hiring and termination are defined | with checklists for | completed on- and off-boarding records | for example completed checklists | training plans",
  "4.2.3": "leadership position | ITIL Foundation certificate",
  "4.2.4":
    "everyone in the sales teams | applicable business units | AWS MSP practice | records of these accreditations",
  "4.2.5": "leadership position | AWS Associate level certification | records of",
  "4.3.1":
    "signed with customers | specific billing model | other contractual agreements | executed in the last",
  "4.3.2":
    "legally owns the data | either party terminates | when data or account is handed | format and method | account credentials | removes IAM accounts | not the customer’s | address all of this",
  "4.4.1":
    "selecting and evaluating suppliers | third parties | subcontracted | records of supplier",
  "4.4.2":
    "hold customer information | access AWS resources | due diligence | comply on security | privacy and security in focus | records of supplier selection | for the security assessment | security overview and documentation | authentication and authorization | MFA capabilities | availability characteristics | data backup plan | disaster recovery plan",
  "4.5": "support plan is in place | current AWS support agreement",
  "5.1":
    "service is used | paying the AWS bill | monitoring usage and budgeting | demonstration of its console | including the ability | download PDF | Billing Reports | Billing Alerts | Cost Allocation Tags | benefits of Cost Explorer | tax exemptions | when applicable",
  "5.2":
    "payer and/or linked | kept up to date | Account Settings page | demonstration of the page | including the ability | update the address | describe and set | security challenge questions | how to close an AWS account | cancellation of services",
  "5.3":
    "billing management and optimization | third-party ISVs | own development | proactive recommendations | demonstrated | what AWS has natively",
  "5.4":
    "create a new account | enable consolidated billing | link an account to a payer account | take an account out of | sign up for AWS Support | Identity and Access Management | by role | provision account access | reserved capacity purchases | demonstration of these abilities",
  "5.5":
    "blended and unblended rate | rebilling at a blended rate | nuances | key column names | reservation purchases and credit allocation | billing suggestions | how credit benefit | how Reserved Instance benefit | are allocated to a consolidated bill | demonstration of these abilities",
  "5.6":
    "account controls are used | Block Spend Data | Block Access To Cost Explorer | Prevent Account Unlinking | demonstration of these controls | other evidence that they are applied",
  "5.7":
    "integrated into contracts | into processes | compliance with the agreements | reseller agreement | customer contracts that include",
  "5.8":
    "required to give | terms of their reseller agreement | compliance rate of | before the audit | Partner Portal | how the data is collected | maintained and reported to AWS | compliance rate must be shown",
  "6.1":
    "deliver a design document | complete and detailed | customer and partner are both assured | due diligence | capacity planning | architectural review | long-term operational process | detailed design documents of implemented | produced within | contain what the items under this heading name | complete detailed design is delivered | 6.1 as a whole | detailed designs of implemented | made in the last",
  "6.1.1": "customer’s requirements | documentation in the designs",
  "6.1.2": "proposed design | architectural details | these details in the designs",
  "6.1.3":
    "system performance | capacity management and availability measurement | measuring the success | these details in the designs",
  "6.1.4":
    "security policies and procedures are assessed | gaps identified | the assessment, with the gaps",
  "6.1.5":
    "architected by | AWS Security Best Practices white paper | part of the designs that shows it",
  "6.1.6":
    "risk management and governance at scale | overview of risk and compliance | AWS Security Best Practices | part of the designs that shows it",
  "6.1.7":
    "customer engagement | initially and on an ongoing basis | upkeep of the AWS Basic Operations Checklist | where applicable | operational checklists for AWS | with enterprise operations checklist | current or past customer | ongoing assessments scheduled",
  "7.1":
    "AWS architecture best practices and reference architectures | reacted to failures | capacity or hardware | AWS expertise | industry or solution | big data | how to move workloads | highly available | elastic | reliable | tolerate faults | freeing resources | implemented design recommendations | customer scenario | migration competency",
  "7.2":
    "application migration capabilities | continual integration and automated deployment | taking advantage of elastic | highly available | tooling is provided | from that of infrastructure | deploy and configure their applications | together with the managed service | implemented recommendations | customer scenario | migration competency",
  "8.1.1":
    "own systems from attacks | established | reviewed and approved | the policies and procedures. | certification related to information security | infrastructure security and information management | with their approvals",
  "8.1.2":
    "engineers access to customer resources | principle of least privilege | process is in place | defines and maintains | appropriate level of access | customer defines as critical or sensitive | controlled further | multi-factor or quorum authentication | alerts based on access | internal capabilities | maintaining least-privilege access policies | demonstrated live",
  "8.1.3":
    "policies and procedures are in place | customers’ systems from attacks | management of information security",
  "8.1.4":
    "supported AWS infrastructure is deployed into Amazon Virtual Private Cloud | technology demonstration | deployment framework | deployment into VPC is implemented",
  "8.1.5": "root account credentials | administer AWS accounts | technology demonstration",
  "8.1.6":
    "encryption at rest services are provided | Encrypting Data at Rest white paper | design documentation | services are used",
  "8.1.7":
    "customers understand | security processes and technologies of AWS | AWS Security Best Practices | onboarding and educational documents | customers’ security considerations",
  "8.1.8":
    "ensures that multi-factor authentication | is activated on all AWS root accounts | its own and its customers’ | technology must be shown | audited for MFA activation | activation on new",
  "8.1.9":
    "secret shopper tests are performed | social engineering | systems for calls | chat and email | confidential data such as social security numbers | personal security questions | records of the last | lessons learned | documented | acceptable",
  "8.1.10":
    "partner systems | contact and business/personal information | is encrypted | partner, billing and ticketing | systems that store customer information | proof of encryption",
  "8.2.1":
    "stores security events | regulatory purposes and for analysis | kept for the duration agreed | security at scale | logging in AWS white paper | a customer’s security event log",
  "8.2.2":
    "retention periods agreed with customers are honoured | support and maintain the logs | example Security Event Log | maintained for the agreed | retention times and the methods | defined and agreed with customers | MSA or other document | that the customer maintains | ensure its maintenance",
  "8.2.3": "can demonstrate that it uses | audit security components | example of such auditing",
  "8.2.4":
    "CloudTrail is enabled on all managed accounts | maintains the integrity of the logs | technology demonstration | documented policies and processes | must be in place | ensure that all accounts | have CloudTrail enabled",
  "8.3":
    "Access Management Strategy is documented | without being limited to | users of AWS Identity and Access Management | symmetric access keys | asymmetric X.509 certificates | console passwords | multi-factor authentication | hardware or virtual | technology demonstration | documentation of the process | everything required",
  "8.4":
    "monitor its own internal systems | do not compromise customer services | reasonable | tested processes exist | internal outages and failures | depth of failure | disaster management | loss or compromise of data and infrastructure | documentation of the processes | everything required | test of business continuity | business continuity management",
  "9.1":
    "multiple means of communication | call centre staffed | after-hours support | pager or alert | by rotation | explain or show how | without a call centre | documented procedures | weekends and holidays | IT Service Management | current and scoped to the AWS managed service practice",
  "9.2.1":
    "levels for support are defined | made known to customers | documentation that defines the levels | explain or show how customers are told | IT Service Management | current and scoped to the AWS managed service practice",
  "9.3":
    "An IT Service Management (ITSM) ticketing system is in place that can do what each item under this heading asks | An IT Service Management (ITSM) ticketing system is in place that can do this",
  "9.3.1":
    "tickets for events and incidents are created and escalated | must show how event and incident tickets are created and escalated",
  "9.3.2": "each ticket is logged and time-stamped immediately | proof that tickets are logged",
  "9.3.3":
    "escalating to AWS Support is documented | a flowchart | time frames for escalating | types of cases | defined criteria | smooth handoff | ticket’s resolution | documented escalation process | each of these points",
  "9.3.4": "sends escalation alerts automatically | how automated escalations happen",
  "9.3.5":
    "Support Center and the ticketing system are integrated | directly | parsing of e-mail responses | another method that is documented and tested | technology integrates | equivalent method is documented and tested",
  "9.3.6":
    "customer verifies | closed to its satisfaction | customers verify case closure | customers have approved",
  "9.4":
    "escalated to AWS Support are tracked | regular reviews with the team | lessons learned | internal knowledge base",
  "9.5":
    "Systems, tools | monitor the performance of all AWS services | managed service agreement | event patterns | act on events and alerts | SLAs or contracts | infrastructure monitoring | out-of-the-box metrics for AWS | custom ones for applications | alerting and automated provisioning | third-party AWS tools | service monitoring | simulated end-to-end transactions | tooling used for proactive monitoring",
  "9.6.1":
    "must be implemented | heterogeneous sources of monitoring and logging | well-designed AWS workloads are dynamic | scale with demand | full environment visible | application performance | scale instantly",
  "9.6.2":
    "outliers or anomalies in metrics | rather than from defined thresholds | patterns over time within one metric | cluster member’s metric | found and replaced before an incident | technology should be demonstrated",
  "9.6.3":
    "monitoring and log data | predictive | trigger actions before an anomaly or threshold breach | root cause | suggests related log events | feedback on relevance | technology should be demonstrated",
  "9.7":
    "dashboard and advanced reporting | service intelligence | traditional way of monitoring thresholds | full stack | real time | historical analysis and trending | dashboards and reports made",
  "9.8.1":
    "managed and monitored continuously | audit requirements | new policies and non-compliant changes | apply to AWS managed resources | AWS CloudTrail or AWS Config | EBS encryption settings | network configuration | IAM principals | stays within policy | faster remediation and less time spent on audits | tools and processes for continuous compliance",
  "9.8.2":
    "resource level controls compliant | CIS hardened instances stay hardened | log and configuration files keep their integrity | faster remediation and less time spent on audits | tools and processes for continuous compliance",
  "9.9.1":
    "process detects | acts on all events throughout their lifecycle | informational events should be logged | warnings should create alerts | outside its normal pattern | trigger an incident | change of state | configuration item | alert or notification | IT operations staff | logged incident | demonstration of how | documentation of the processes | IT Service Management | current and scoped to the AWS managed service practice",
  "9.9.2":
    "adds value to customers’ operations programmatically | require customer engagement | filtered and sent to customers",
  "9.10.1":
    "how incidents are identified | logged | categorized | prioritized | investigated and diagnosed | resolved | closed | unplanned interruption | loss of its quality | failed configuration item | mirror set | managed through their lifecycle | normal service as quickly as possible | minimize business impact | the documented incident management process | covering these points | IT Service Management | current and scoped to the AWS managed service practice",
  "9.10.2":
    "defined process communicates updates | method, frequency and medium depend on predefined SLAs | overarching impact | incident severity | customers update open incidents | respond according to procedures | documentation of the process | sample from a customer | IT Service Management | current and scoped to the AWS managed service practice",
  "9.11.1":
    "no resolution is known or available | identified proactively from performance trending or monitoring. | cause of one or more incidents | usually unknown | investigates further | problems through their lifecycle | proactively prevents incidents | minimizes the impact | handed off | identified proactively from performance trending, | pattern analysis | IT Service Management | current and scoped to the AWS managed service practice",
  "9.11.2":
    "root causes can be identified | stored in a Known Error Database | appropriate support staff can search | all known error records | problem management creates it | incident and problem management use it | configuration management system | service knowledge management system | problems identified | analysed and then entered | simply an Excel file | IT Service Management | current and scoped to the AWS managed service practice",
  "9.12":
    "strategy for tracking and managing | deployed on AWS | AWS-provided metadata | instance and service-specific | used in asset management | custom resource tags | tagging strategy | integrate AWS assets | resource or capability | value and ownership | Enterprise Operational Checklists | technology demonstration",
  "9.13.1":
    "change management processes answer | for the AWS business | server images | automatically at launch or manually later | patches and upgrades | homogeneous fleets | OS hardening baselines | security groups or OS firewalls | intrusions or unauthorized changes | Enterprise Operational Checklists | a change is made | documents on policies or processes",
  "9.13.2":
    "includes a process for rolling changes back | technology demonstration | documented change management process that addresses rollback",
  "9.13.3":
    "Configuration Management Database | configuration records throughout their lifecycle | can be demonstrated",
  "9.14":
    "plan, schedule and control | built, tested and deployed | new functions and protect existing services | CI/CD is broadly supported | coding, testing and versioning | be considered | method | managed CI/CD pipelines | weighted load distribution | test, migrate, roll out or back | boot-strapping and deployment tools | applications active in their release’s infrastructure changes | customers’ application deployment and release management | continuous integration and continuous deployment | as a managed function",
  "9.15.1":
    "deployment management processes are in place | reusable | repeatable and highly configurable | define, customize | operating environments and infrastructure stacks | accurately as designed | existing ones are updated | process documentation | both addressing these points",
  "9.15.2":
    "passed the audit for the AWS DevOps Competency | has attained it | acceptance into the AWS DevOps Competency | within the current practice review | points are granted",
  "10.1":
    "foundational SLAs are in place | partner’s response times | notifications to customers | opens a ticket or makes a request | how long remediation takes | turnaround time | the SLA documentation | supporting processes and metrics",
  "10.2":
    "workloads customers run | beyond those of the AWS services | business outcomes drive | the SLA documentation | supporting processes and metrics",
  "11.1.1":
    "captured objectively | formal survey process | contact-based surveys | customer’s case is closed | customer review meetings | documentation of the feedback",
  "11.1.2":
    "follow up low scores or customer dissatisfaction | document the resolution | low-score follow-up process | customer example | where it was used",
  "11.2.1":
    "regular review meetings | performance of their services and SLAs | share reports | what a managed solution is worth | unnecessary where these work well | documents of a review meeting | recommendations and reports given",
  "11.2.2":
    "infrastructure cost is assessed regularly | opportunities to optimize | through reporting | documents of a review meeting | cost optimization of the infrastructure | Detailed Billing Report",
  "12.1":
    "currently being done to correct incidents | metrics on how incidents are managed | their number | average time to resolve | common causes | sample reports",
  "12.2":
    "did not affect service | re-route proactively | provisioned by automated triggers | sample reports",
  "12.3":
    "historical performance analysis | several sample periods | overall service performs | how much traffic | sample reports",
  "12.4": "assets and resources under management | sample reports",
  "12.5":
    "thresholds or ranges that the customer specifies | parameters on individual devices themselves | exception reports are raised | sample reports",
  "12.6": "accessible over the web or through a web portal | repository that customers can access",
  "13.1":
    "internal performance is reviewed at a regular cadence | improvements are | efficiencies in the partner’s operations | customers more satisfied | cadence of internal reviews | implemented through them | billing alerts",
  "13.2":
    "automated against manual recovery activities | regularly reviewed | reduce manual processes | cadence of internal reviews | implemented through them | automated resolution",
  "14.1":
    "performance against objectives continually | records of actions | established objectives are not being met | explanation | put into practice",
};
